/** Pages and pictures that need nothing else: no network, no script, no font. */
@NullMarked
package org.offlinesign.cli.page;

import org.jspecify.annotations.NullMarked;
