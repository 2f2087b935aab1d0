package org.offlinesign.cli.console;

import java.nio.file.Path;
import java.util.Set;

/**
 * What an output is, and what it may take the place of.
 *
 * @param part the option that names it, or what it is
 * @param successorOf what it may replace beside its own last version: files of options, or of a
 *     kind
 * @param advice what to do if its place is taken
 */
public record OutputClaim(String part, Set<String> successorOf, String advice) {
  /** What stands in messages for a keyset- or dsset- file, whoever wrote it. */
  static final String KEY_SET = "a keyset- or dsset- file";

  /** Returns the claim of what an option names. */
  public static OutputClaim of(String option) {
    return new OutputClaim(option, Set.of(), "name another file with " + option);
  }

  /** Returns the claim of records in the place of what was made by the same option before. */
  public static OutputClaim ofRecords(String option) {
    return new OutputClaim(option, Set.of(KEY_SET), "name another file with " + option);
  }

  /** Returns the claim of a signed zone, the next version of what was signed before. */
  public static OutputClaim ofSignedZone() {
    return new OutputClaim("--output", Set.of("--previous"), "name another file with --output");
  }

  /** Returns the claim of a file beside a zone file that includes it. */
  public static OutputClaim ofIncluded(Path file) {
    return new OutputClaim(
        "the file of --in-place-include, " + file.getFileName() + ",",
        Set.of(),
        "name another file where " + file.getFileName() + " stands, or sign with --output");
  }

  /**
   * Returns the claim of a file for the zone's parent, whose last version may say what the parent
   * has.
   *
   * @param folder the option that names its folder
   */
  public static OutputClaim ofHandOver(Path file, String folder) {
    return new OutputClaim(
        "the zone's file " + file.getFileName(),
        Set.of("--parent-ds", "--from", KEY_SET),
        "name another folder with " + folder);
  }

  /** Says whether the place of a file that has a part of its own is free. */
  boolean mayReplace(String other) {
    return other.equals(part) || successorOf.contains(other);
  }
}
