/** Checks of signed zones: a request goes in, a report with findings comes out. */
@NullMarked
package org.offlinesign.verify;

import org.jspecify.annotations.NullMarked;
