package org.offlinesign.census;

import java.time.Instant;
import org.offlinesign.key.KeyId;

/**
 * The signatures that name one key, whether they are by it or not.
 *
 * @param ofKeySet how many cover the DNSKEY RRset
 * @param ofData how many cover what is not about the zone's own keys
 * @param begin when the first of them begins
 * @param end when the last of them ends
 */
public record SignerFigures(KeyId key, long ofKeySet, long ofData, Instant begin, Instant end) {}
