/** What a zone and its parent hand to each other: keyset- and dsset- files. */
@NullMarked
package org.offlinesign.delegation;

import org.jspecify.annotations.NullMarked;
