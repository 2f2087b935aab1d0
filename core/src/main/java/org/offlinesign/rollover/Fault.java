package org.offlinesign.rollover;

/**
 * What is wrong with a mix, whenever it occurs.
 *
 * @param what a clause that names keys: {@code nothing leads from the DS set (key 1) to ...}
 */
record Fault(Cause cause, String what) {}
