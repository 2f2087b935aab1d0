/** The Windows spelling: {@code dnscmd /OfflineSign} lines become native argument lists. */
@NullMarked
package org.offlinesign.cli.dnscmd;

import org.jspecify.annotations.NullMarked;
