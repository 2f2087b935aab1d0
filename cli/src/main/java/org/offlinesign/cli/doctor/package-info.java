/** What works on this machine and what does not. */
@NullMarked
package org.offlinesign.cli.doctor;

import org.jspecify.annotations.NullMarked;
