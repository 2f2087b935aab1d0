/** A zone in canonical order: sorting, walking, and what each name in it is. Internal. */
@NullMarked
package org.offlinesign.zone;

import org.jspecify.annotations.NullMarked;
