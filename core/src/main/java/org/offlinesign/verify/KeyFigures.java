package org.offlinesign.verify;

import org.offlinesign.rdata.Dnskey;

/**
 * What one key did in a zone.
 *
 * @param validSignatures how many signatures verify with it, whatever their times
 */
public record KeyFigures(Dnskey dnskey, int keyTag, long validSignatures) {}
