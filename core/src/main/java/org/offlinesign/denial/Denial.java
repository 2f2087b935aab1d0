package org.offlinesign.denial;

/** How a zone proves what it does not hold. */
public sealed interface Denial permits Nsec {}
