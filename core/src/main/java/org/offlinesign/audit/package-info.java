/** A log that shows whether somebody has changed it: each line carries the digest of the last. */
@NullMarked
package org.offlinesign.audit;

import org.jspecify.annotations.NullMarked;
