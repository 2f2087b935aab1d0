/** Algorithms, keys, and what is made of them: DNSKEY and DS data, signatures, key files. */
@NullMarked
package org.offlinesign.key;

import org.jspecify.annotations.NullMarked;
