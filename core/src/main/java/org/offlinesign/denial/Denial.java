package org.offlinesign.denial;

/** How a zone proves what it does not hold; as text, it says so in words. */
public sealed interface Denial permits Nsec, Nsec3 {}
