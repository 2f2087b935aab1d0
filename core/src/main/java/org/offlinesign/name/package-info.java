/** Domain names (RFC 1035, RFC 4343) and their canonical order (RFC 4034 §6.1). */
@NullMarked
package org.offlinesign.name;

import org.jspecify.annotations.NullMarked;
