package org.offlinesign.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rollover.PlannedStep;
import org.offlinesign.rollover.RolloverPlan;
import org.offlinesign.rollover.StepKind;
import org.offlinesign.sign.SigningReport;

/**
 * What became of a step.
 *
 * @param plan the steps as they were before
 * @param isDone whether it is done; otherwise it was prepared for the parent
 * @param signing what signing did; empty where the zone was not signed
 * @param zoneFile the zone file that was written, if one was
 * @param ds the DS records that the parent is to have now; empty where the step does not touch them
 * @param files the keyset- and dsset- files
 * @param next the rollover as it is now; empty once all steps are done
 */
record StepReport(
    RolloverPlan plan,
    PlannedStep step,
    boolean isDone,
    Optional<SigningReport> signing,
    Optional<Path> zoneFile,
    Optional<List<Ds>> ds,
    List<Path> files,
    Optional<ShownRollover> next) {
  /** Says whether there is a new zone to load, in a file or on stdout. */
  boolean hasWrittenZone() {
    return signing.isPresent() || (isDone && step.kind() == StepKind.UNSIGN);
  }
}
