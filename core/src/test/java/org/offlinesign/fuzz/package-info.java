/**
 * What strangers may hand to the program, tried with inputs that a fuzzer makes up.
 *
 * <p>A {@link FuzzTarget} takes any octets and complains when a promise is broken. {@code .ci/fuzz}
 * runs the targets under Jazzer; {@link FuzzReplayTest} runs them over their seeds and over what
 * was found before, without it.
 */
@NullMarked
package org.offlinesign.fuzz;

import org.jspecify.annotations.NullMarked;
