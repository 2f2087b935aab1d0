package org.offlinesign.zonefile;

/** A place in a file and its line. */
record Spot(Place place, Excerpt excerpt) {}
