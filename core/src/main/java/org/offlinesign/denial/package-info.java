/** The chains of records that prove what a zone does not hold (RFC 4034 §4, RFC 5155). */
@NullMarked
package org.offlinesign.denial;

import org.jspecify.annotations.NullMarked;
