package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.HandOverForm;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.ChildZone;
import org.offlinesign.delegation.ChildZoneException;
import org.offlinesign.delegation.DsCheck;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.KeyProof;
import picocli.CommandLine.Option;

/** The options for all that the owner of the parent may ask for, and for the proof of it. */
final class BundleOptions {
  private static final List<HandOverForm> USUAL =
      List.of(
          HandOverForm.TABLE,
          HandOverForm.DSSET,
          HandOverForm.BIND,
          HandOverForm.JSON,
          HandOverForm.EPP,
          HandOverForm.CDS,
          HandOverForm.DNSKEY);

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description =
          "Write a file of each --format, all of them by default, and a README.txt for the parent's"
              + " owner into a folder, which is made if there is none.")
  private @Nullable Path folder;

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description =
          "Hand out the DNSKEY records with their signatures from the signed zone file, once they"
              + " are seen to be valid and the DS records to lead to them: printed, or in the"
              + " bundle.")
  private @Nullable Path signedZone;

  /** Returns the folder of the bundle; empty if none is wanted. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  boolean wantProof() {
    return signedZone != null;
  }

  /** Returns the forms that a bundle has, of those that were asked for if any were. */
  static List<HandOverForm> forms(List<HandOverForm> asked, EntryPoints points) {
    if (!asked.isEmpty()) {
      return asked.stream().distinct().toList();
    }
    List<HandOverForm> forms = new ArrayList<>(USUAL);
    forms.removeIf(form -> form.needsKeys() && !points.dsWithoutKey().isEmpty());
    return forms;
  }

  /** Returns the proof of some DS records; empty if none is wanted. */
  Optional<KeyProof> proof(EntryPoints points, Environment env)
      throws CommandException, IOException {
    if (signedZone == null) {
      return Optional.empty();
    }
    ChildZone zone = SignedChild.read(signedZone, points.zone(), env);
    try {
      KeyProof proof = KeyProof.of(zone, env.resources().providers(), env.clock().instant());
      refuseWhatIsNotProven(proof, points, env);
      return Optional.of(proof);
    } catch (ChildZoneException e) {
      throw CommandException.zone(
              e.getMessage(), "sign the zone first, and name the signed file with --proof")
          .causedBy(e);
    }
  }

  private void refuseWhatIsNotProven(KeyProof proof, EntryPoints points, Environment env)
      throws CommandException {
    DsCheck check = proof.of(points.ds(), env.resources().providers(), env.clock().instant());
    for (DsCheck.Result result : check.results()) {
      if (result.verdict() != DsCheck.Verdict.LEADS_IN) {
        throw CommandException.zone(
            signedZone
                + " does not prove the DS record "
                + result.ds().keyTag()
                + ": "
                + result.words(),
            "sign the zone with this key, leave the key out (--key), or do without --proof");
      }
    }
  }
}
