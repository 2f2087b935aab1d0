package org.offlinesign.cli.command;

import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.sign.ApexChanges;
import org.offlinesign.sign.ChildSignal;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SigningRequest;
import org.offlinesign.sign.TtlLimits;
import org.offlinesign.sign.Validity;
import org.offlinesign.sign.ZoneLayout;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for what a signed zone holds besides its records, whichever keys sign it. */
final class ZoneContentOptions {
  @Mixin private KeySetOptions keySets = new KeySetOptions();
  @Mixin private ApexOptions apex = new ApexOptions();
  @Mixin private LifetimeOptions lifetime = new LifetimeOptions();
  @Mixin private TtlOptions ttls = new TtlOptions();
  @Mixin private DenialOptions denial = new DenialOptions();

  @Option(
      names = "--ds",
      paramLabel = "add|replace|nochange",
      description = "What becomes of the DS records of the input. Default: replace.")
  private @Nullable RecordTreatment ds;

  @Mixin private LayoutOption layout = new LayoutOption();

  KeySetOptions keySets() {
    return keySets;
  }

  RecordTreatment ds() {
    return ds(RecordTreatment.REPLACE);
  }

  /**
   * @param usual what it is unless the option says so
   */
  RecordTreatment ds(RecordTreatment usual) {
    return ds == null ? usual : ds;
  }

  TtlLimits ttlLimits() throws CommandException {
    return ttls.limits();
  }

  ZoneLayout layout() {
    return layout.layout();
  }

  ApexChanges apexChanges() throws CommandException {
    return apex.changes();
  }

  /** Says whether CDS or CDNSKEY records are to tell the parent what to have. */
  boolean signalsParent() throws CommandException {
    ApexChanges asked = apex.changes();
    return isSignal(asked.cds()) || isSignal(asked.cdnskey());
  }

  private static boolean isSignal(ChildSignal signal) {
    return signal == ChildSignal.PUBLISH || signal == ChildSignal.DELETE;
  }

  /** Returns changes by which CDS and CDNSKEY records tell what the parent is to have. */
  ApexChanges apexChanges(EntryPoints parent) throws CommandException {
    ApexChanges asked = apex.changes();
    return new ApexChanges(
        signal(asked.cds(), parent),
        signal(asked.cdnskey(), parent),
        asked.zonemd(),
        parent.keys());
  }

  private static ChildSignal signal(ChildSignal asked, EntryPoints parent) {
    // A request to delete is meant for when nothing is to be there, and the others for before.
    return switch (asked) {
      case PUBLISH -> parent.isEmpty() ? ChildSignal.NONE : ChildSignal.PUBLISH;
      case DELETE -> parent.isEmpty() ? ChildSignal.DELETE : ChildSignal.NONE;
      case NONE, KEEP -> asked;
    };
  }

  /** Puts the options into a request. */
  void addTo(SigningRequest.Builder request, Validity validity, Environment env)
      throws CommandException {
    keySets.addTo(request, env);
    request
        .signaturePolicy(lifetime.policy(validity))
        .ttlLimits(ttls.limits())
        .dsTreatment(ds())
        .denial(denial.denial())
        .layout(layout.layout());
  }
}
