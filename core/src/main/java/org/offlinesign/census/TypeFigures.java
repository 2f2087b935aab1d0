package org.offlinesign.census;

import org.offlinesign.record.RecordType;

/**
 * How much of a zone are records of one type.
 *
 * @param octets of the records in wire form, names not compressed
 */
public record TypeFigures(RecordType type, long records, long octets) {}
