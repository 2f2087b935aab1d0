/** Signing a zone: a request goes in, a signed zone file and a report come out. */
@NullMarked
package org.offlinesign.sign;

import org.jspecify.annotations.NullMarked;
