/** How far work on zones has come, and how long its parts took. */
@NullMarked
package org.offlinesign.progress;

import org.jspecify.annotations.NullMarked;
