package org.offlinesign.delegation;

import java.time.Instant;

/**
 * When the signatures begin for which a request was accepted.
 *
 * @param request the oldest of those over the CDS and CDNSKEY records; an older request is a replay
 * @param all the oldest of these and of those over the DNSKEY records, which a child may renew far
 *     less often than it changes its request
 */
public record SignedSince(Instant request, Instant all) {}
