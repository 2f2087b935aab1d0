/** The key store: a PKCS#12 file with a self-signed certificate for each key. */
@NullMarked
package org.offlinesign.keystore;

import org.jspecify.annotations.NullMarked;
