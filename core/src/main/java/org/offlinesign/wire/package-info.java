/** Octets in and out: wire readers and writers, hex, base32hex. Internal to the library. */
@NullMarked
package org.offlinesign.wire;

import org.jspecify.annotations.NullMarked;
