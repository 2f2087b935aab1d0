/**
 * What resolvers may hold of a zone and its parent while keys change, and whether each mix of it
 * validates.
 */
@NullMarked
package org.offlinesign.rollover;

import org.jspecify.annotations.NullMarked;
