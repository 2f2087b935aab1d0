package org.offlinesign.selftest;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What the proof needs of the machine.
 *
 * @param folder an empty one, whose owner removes what stays in it
 */
public record Surroundings(Path folder, Clock clock) {}
