package org.offlinesign.sign;

/**
 * What a signed zone holds.
 *
 * @param records all records of the signed zone, those of DNSSEC included
 * @param rrsets all RRsets of the signed zone; the RRSIG records at a name are not counted as one
 * @param names owner names with authoritative data, delegations included
 * @param secureDelegations delegations with a DS record
 * @param insecureDelegations delegations without
 * @param glueNames names below a delegation that hold its addresses, left unsigned
 * @param occludedNames names with data that a delegation or a DNAME hides, left unsigned
 * @param largestTtl the largest TTL of a signed RRset, in seconds
 */
public record ZoneFigures(
    long records,
    long rrsets,
    long names,
    long secureDelegations,
    long insecureDelegations,
    long glueNames,
    long occludedNames,
    int largestTtl) {}
