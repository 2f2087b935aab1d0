package org.offlinesign.sign;

/**
 * What became of signatures.
 *
 * @param kept those of the input that stayed
 * @param made the new ones
 * @param dropped those of the input that are gone
 */
public record RenewalFigures(long kept, long made, long dropped) {}
