package org.offlinesign.file;

import java.util.Optional;

/**
 * A file and what is in it.
 *
 * @param name as it is told in messages
 * @param octets how many were read or written
 * @param digest SHA-256 in hexadecimal digits; empty if the file was not read to its end
 */
public record WitnessedFile(String name, long octets, Optional<String> digest) {}
