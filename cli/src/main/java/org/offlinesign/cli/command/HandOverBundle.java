package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.argument.HandOverForm;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.OutputClaim;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.KeyProof;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.delegation.KeySetNaming;
import org.offlinesign.file.AtomicOutput;

/** A folder with all that the owner of the parent zone may ask for. */
final class HandOverBundle {
  private static final String README = "README.txt";
  private static final String PROOF = "proof.txt";

  private final EntryPoints points;
  private final KeySetNaming naming;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final BundleReadme readme;

  /**
   * @param points holds the DS records
   */
  HandOverBundle(EntryPoints points, KeySetNaming naming) {
    this.points = points;
    this.naming = naming;
    this.readme = new BundleReadme(points);
  }

  /** Adds a file. */
  void add(HandOverForm form) throws CommandException, IOException {
    String name = fileName(form);
    texts.put(name, HandOverText.of(points, form));
    readme.file(name, form.purpose());
  }

  private String fileName(HandOverForm form) {
    // The two that the zone has a part in.
    List<Path> files = KeySetFile.of(points.zone(), Path.of(""), naming);
    return form.fileName()
        .orElseGet(() -> files.get(form == HandOverForm.KEYSET ? 0 : 1).toString());
  }

  /** Adds the records that prove the others. */
  void add(KeyProof proof) {
    texts.put(PROOF, proof.text());
    readme.file(PROOF, "the zone's keys with their signatures, to check the others by");
  }

  /** Writes the files, and returns them. */
  List<Path> write(Path folder, Environment env) throws CommandException, IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(README, readme.text(checkCommand(), env.clock()));
    all.putAll(texts);
    refuseStrangers(folder, all);
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> text : all.entrySet()) {
      Path file = folder.resolve(text.getKey());
      env.kept().claim(file, OutputClaim.ofHandOver(file, "--bundle"));
      AtomicOutput.write(file, text.getValue().getBytes(StandardCharsets.ISO_8859_1), env.files());
      written.add(file);
    }
    return written;
  }

  private Optional<String> checkCommand() {
    String records = fileName(HandOverForm.DSSET);
    return texts.containsKey(PROOF) && texts.containsKey(records)
        ? Optional.of("offlinesign dsset --check " + records + " --child-zone " + PROOF)
        : Optional.empty();
  }

  /** Whoever gets the folder takes each file in it for a part of this hand-over. */
  private static void refuseStrangers(Path folder, Map<String, String> own)
      throws CommandException, IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw CommandException.environment(
          "--bundle: " + folder + " is not a folder", "name another");
    }
    try (Stream<Path> there = Files.list(folder)) {
      Optional<String> stranger =
          there
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !own.containsKey(name) && !name.startsWith("."))
              .sorted()
              .findFirst();
      if (stranger.isPresent()) {
        throw CommandException.environment(
            "--bundle: "
                + folder
                + " holds "
                + stranger.get()
                + ", which is no part of the bundle"
                + " but would be taken for one",
            "name an empty folder or a new one, or remove that file");
      }
    }
  }
}
