/** Zone files that this program wrote: the seal at their end, and what they say name by name. */
@NullMarked
package org.offlinesign.seal;

import org.jspecify.annotations.NullMarked;
