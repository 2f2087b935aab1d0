package org.offlinesign.sign;

/**
 * What became of the records that were read.
 *
 * @param records all records read
 * @param dropped signatures and chain records of an earlier signing, which were made anew
 * @param outOfZone records that do not belong to the zone, which were left out
 * @param duplicates records that were there already
 * @param loweredTtls RRsets whose TTL was above the highest one allowed
 */
public record InputFigures(
    long records, long dropped, long outOfZone, long duplicates, long loweredTtls) {}
