/** Two versions of a zone side by side. */
@NullMarked
package org.offlinesign.compare;

import org.jspecify.annotations.NullMarked;
