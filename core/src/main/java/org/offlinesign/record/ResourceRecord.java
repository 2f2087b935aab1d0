package org.offlinesign.record;

import org.offlinesign.name.DnsName;

/**
 * One resource record (RFC 1035 §3.2.1).
 *
 * <p>For the few records that the program itself makes or looks into; the records of a zone pass
 * through as {@link RecordBuffer}.
 */
public record ResourceRecord(
    DnsName owner, RecordType type, RecordClass recordClass, Ttl ttl, Rdata rdata) {}
