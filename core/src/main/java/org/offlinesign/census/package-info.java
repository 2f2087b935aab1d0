/** What a zone is made of: its sizes, signatures and delegations, counted in one pass. */
@NullMarked
package org.offlinesign.census;

import org.jspecify.annotations.NullMarked;
