/** The examples of the RFCs, and the proof that this machine computes them. */
@NullMarked
package org.offlinesign.selftest;

import org.jspecify.annotations.NullMarked;
