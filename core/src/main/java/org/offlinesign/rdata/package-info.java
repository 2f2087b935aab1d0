/** RDATA as a table of fields: reading, printing, checking and canonical form (RFC 4034 §6.2). */
@NullMarked
package org.offlinesign.rdata;

import org.jspecify.annotations.NullMarked;
