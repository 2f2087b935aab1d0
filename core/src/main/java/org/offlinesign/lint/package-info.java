/** The lint of zone files, signed or not: options go in, a report with findings comes out. */
@NullMarked
package org.offlinesign.lint;

import org.jspecify.annotations.NullMarked;
