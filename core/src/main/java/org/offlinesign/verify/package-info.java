/** Checks of zones, signed and unsigned: a request goes in, a report with findings comes out. */
@NullMarked
package org.offlinesign.verify;

import org.jspecify.annotations.NullMarked;
