/** Master file text to records and back (RFC 1035 §5, RFC 2308 §4, RFC 3597 §5). */
@NullMarked
package org.offlinesign.zonefile;

import org.jspecify.annotations.NullMarked;
