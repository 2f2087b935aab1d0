package org.offlinesign.verify;

import org.offlinesign.name.DnsName;

/**
 * A name without records that has names with records below it.
 *
 * @param beside the first record below it, which says where the name comes from
 * @param kind whether anything below it is more than an insecure delegation
 */
record EmptyNonTerminal(DnsName name, Subject beside, HashedNameKind kind) {}
