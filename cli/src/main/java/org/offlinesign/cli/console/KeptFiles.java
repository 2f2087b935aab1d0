package org.offlinesign.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.file.TargetPath;
import org.offlinesign.keystore.StoreCompanion;

/**
 * The files that a command reads, keeps or writes. None of its outputs takes the place of another
 * of them, whatever way leads there: what was there would be lost. Thread safe.
 */
public final class KeptFiles {
  // What options that most commands have are about.
  private static final Map<String, String> USUAL =
      Map.of(
          "--input", "the zone that is read",
          "--output", "the output",
          "--keystore", "the key store",
          "--pkcs11", "the PKCS #11 configuration",
          "--password-file", "the password file",
          "--audit", "the audit log");

  // Unclaimed, the files of children are written that a zone follows by their CDS records.
  private static final OutputClaim NOBODY = new OutputClaim("", Set.of(OutputClaim.KEY_SET), "");

  private final Set<Kept> kept = new LinkedHashSet<>();
  private final Map<Path, OutputClaim> claims = new LinkedHashMap<>();

  /** A file, and the part that it has: an option, or what it is. */
  private record Kept(Path file, String part) {}

  /** Returns what another command begins with that is run by this one. */
  synchronized KeptFiles forAnotherCommand() {
    KeptFiles others = new KeptFiles();
    others.kept.addAll(kept);
    return others;
  }

  /**
   * Keeps a file.
   *
   * @param part the option that names it, or what it is
   */
  public synchronized void keep(Path file, String part) {
    kept.add(new Kept(file, part));
  }

  /** Keeps a key store and all that belongs to it, which is where links lead to. */
  public void keepStore(Path store) throws IOException {
    keep(store, "the key store");
    for (Path named : List.of(store, TargetPath.ofAny(store))) {
      for (StoreCompanion companion : StoreCompanion.values()) {
        keep(companion.of(named), "a file of the key store " + store.getFileName());
      }
    }
  }

  /**
   * Claims the place of an output; devices and folders are anybody's.
   *
   * @throws CommandException if something else is there, or is to be
   */
  public synchronized void claim(Path output, OutputClaim claim)
      throws CommandException, IOException {
    if (isSpecial(output)) {
      return;
    }
    Optional<Kept> lost = lostBy(output, claim);
    if (lost.isPresent()) {
      throw CommandException.usage(
          claim.part() + " would replace " + told(lost.get()), claim.advice());
    }
    claims.put(output, claim);
  }

  /**
   * Says what else would be lost if an output were written now.
   *
   * @param output claimed before, or not
   */
  synchronized Optional<String> lostBy(Path output) throws IOException {
    if (isSpecial(output)) {
      return Optional.empty();
    }
    OutputClaim claim = NOBODY;
    for (Map.Entry<Path, OutputClaim> other : claims.entrySet()) {
      if (isSame(other.getKey(), output)) {
        claim = other.getValue();
      }
    }
    return lostBy(output, claim).map(KeptFiles::told);
  }

  private Optional<Kept> lostBy(Path output, OutputClaim claim) throws IOException {
    List<Kept> all = new ArrayList<>(kept);
    if (Files.exists(output) && KeySetFile.zoneOfName(output).isPresent()) {
      all.add(new Kept(output, OutputClaim.KEY_SET));
    }
    claims.forEach((file, other) -> all.add(new Kept(file, other.part())));
    for (Kept other : all) {
      if (!claim.mayReplace(other.part) && isSame(other.file, output)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private static String told(Kept file) {
    String usual = USUAL.getOrDefault(file.part, file.part);
    String what = usual.startsWith("--") ? "the file of " + usual : usual;
    return what + ", " + file.file;
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /** Says whether an output, no device, and another name are of one file, which need not exist. */
  private static boolean isSame(Path other, Path output) throws IOException {
    if (isSpecial(other)) {
      return false;
    }
    if (Files.exists(other) && Files.exists(output)) {
      return Files.isSameFile(other, output);
    }
    return TargetPath.ofAny(other).equals(TargetPath.ofAny(output));
  }
}
