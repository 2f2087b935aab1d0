/** Types, classes, TTLs, serial numbers, records and type bitmaps. */
@NullMarked
package org.offlinesign.record;

import org.jspecify.annotations.NullMarked;
