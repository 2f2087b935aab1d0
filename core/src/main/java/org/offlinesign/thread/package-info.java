/** What one thread learns of another. */
@NullMarked
package org.offlinesign.thread;

import org.jspecify.annotations.NullMarked;
