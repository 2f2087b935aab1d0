/** The root of the library's packages; it holds no types of its own. */
@NullMarked
package org.offlinesign;

import org.jspecify.annotations.NullMarked;
