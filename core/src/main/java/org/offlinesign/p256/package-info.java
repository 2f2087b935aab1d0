/**
 * Checks ECDSA signatures on the curve P-256 with tables for keys that have made many. Internal to
 * the library.
 *
 * <p>For public data only. How long it takes depends on what it works on, and so tells it to who
 * can measure: nothing here may ever see a private key or the random number of a signature.
 */
@NullMarked
package org.offlinesign.p256;

import org.jspecify.annotations.NullMarked;
