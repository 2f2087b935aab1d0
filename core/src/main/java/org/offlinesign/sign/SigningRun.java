package org.offlinesign.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildKeySource;
import org.offlinesign.delegation.DelegationChange;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Stage;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NameTooLargeException;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;
import org.offlinesign.zonefile.ZoneFileSummary;

/** One signing of one zone. */
final class SigningRun {
  private final SigningRequest request;
  private final CryptoProviders providers;
  private final SigningContext context;
  private final ChildKeyFiles childFiles;
  private final DelegationEditor delegations;

  SigningRun(SigningRequest request, ZoneSigner signer) throws IOException, KeyPlanException {
    Instant now = signer.clock().instant();
    Validity asked = request.validity();
    this.request = request;
    this.providers = signer.providers();
    this.context =
        new SigningContext(
            request,
            KeyPlan.of(request.zone(), request.keys()),
            asked == null ? Validity.startingBefore(now) : asked,
            now,
            new Warnings());
    this.childFiles = childFiles(request, signer.childKeys());
    this.delegations = new DelegationEditor(context, providers, childFiles);
  }

  private static ChildKeyFiles childFiles(SigningRequest request, ChildKeySource source)
      throws IOException {
    return request.dsTreatment() == RecordTreatment.NOCHANGE
        ? ChildKeyFiles.none()
        : source
            .in(request.keySets().folder(), request.zone())
            .shownTo(request.input().progress().files());
  }

  SigningReport run(ZoneIntake intake)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    new KeyWarnings(context).ofRequest();
    Nsec3Advice.warn(context);
    try (PreviousOutput previous = PreviousOutput.open(context, providers)) {
      SigningContext known = context.with(previous);
      ZoneFileSummary summary = intake.finish(new RenewalRule(known));
      InputFilter filter = intake.filter();
      if (request.content() == ZoneContent.INCLUDED) {
        FileAsItIs.check(filter, summary);
        warnUnlessIncluded(summary);
      }
      warnOfInput(filter, summary);
      if (!previous.isKnown()) {
        readPrevious(filter);
      }
      return sign(known, new Input(intake.sorter(), filter, summary));
    }
  }

  private record Input(ZoneSorter sorter, InputFilter filter, ZoneFileSummary summary) {}

  /** Reads signatures that are to be checked, if any are asked for. */
  private void readPrevious(InputFilter filter) throws IOException, ZoneFileException {
    if (request.signaturePolicy().keepUntil() == null) {
      return;
    }
    if (request.content() == ZoneContent.INCLUDED && Files.isRegularFile(request.output())) {
      // It is made anew whatever is wrong with it.
      new ZoneFileReader(request.reading())
          .readGoodRecords(source(request.output()), filter.ofPrevious());
    }
    for (Path file : request.previous()) {
      if (Files.isRegularFile(file)) {
        new ZoneFileReader(request.reading()).read(source(file), filter.ofPrevious());
      }
    }
  }

  private ZoneFileSource source(Path file) {
    return ZoneFileSource.of(file).reportingTo(context.progress());
  }

  private void warnUnlessIncluded(ZoneFileSummary summary) {
    if (summary.standIns() == 0) {
      IncludedFile file = IncludedFile.of(Path.of(request.input().name()));
      context
          .warnings()
          .add(
              Code.NOT_INCLUDED,
              request.input().name()
                  + " does not include "
                  + file.path().getFileName()
                  + ", so that name servers go on to load a zone without signatures; add this line at"
                  + " its end, where they find the file from their own folder: "
                  + file.directive()
                  + ", else with its whole path: "
                  + file.wholeDirective());
    }
  }

  private void warnOfInput(InputFilter filter, ZoneFileSummary summary) {
    InputFilter.First first = filter.first();
    if (first != null) {
      Place place = new Place(summary.files().get(first.file()), first.line(), first.column());
      context
          .warnings()
          .add(
              Code.OUT_OF_ZONE,
              filter.outOfZone()
                  + " records that are not within "
                  + request.zone()
                  + " were left out, the first at "
                  + place
                  + ": "
                  + first.owner()
                  + "; --zone says which zone is signed");
    }
  }

  private SigningReport sign(SigningContext known, Input input)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    try (SigningOutput output = SigningOutput.open(request, providers);
        AcceptedChildOutputs children = new AcceptedChildOutputs(context, childFiles);
        KeySetOutputs keySets = new KeySetOutputs(request)) {
      ZoneFaults faults = new ZoneFaults(input.summary.files(), request.reading().maxErrors());
      ZonePass pass = new ZonePass(known, providers, faults, delegations);
      DnsName soaOutside = input.filter.soaOutside();
      if (soaOutside != null) {
        pass.noteSoaOutside(soaOutside);
      }
      SignedApex apex = pass(known, input, pass, output);
      digest(apex, pass, output);
      output.ending(input.summary.ending());
      Former former = new Former(known.previous().isKnown(), known.previous().finish());
      if (context.plan().tellsSignersApart(apex.keys())) {
        output.seal(context, providers);
      }
      delegations.finish();
      for (DelegationChange accepted : delegations.accepted()) {
        children.write(accepted);
      }
      keySets.write(apex, context.warnings());
      request.outputCheck().check(output.written(), request);
      context.progress().enter(Stage.FINISH);
      children.commit();
      keySets.commit();
      output.commit();
      return report(new Results(input, former, pass.tally(), apex, keySets, children.files()));
    }
  }

  /** What became of the signatures of the previous output. */
  private record Former(boolean isKnown, long signatures) {}

  private SignedApex pass(SigningContext known, Input input, ZonePass pass, SigningOutput output)
      throws IOException, ZoneFileException, KeyPlanException {
    context.progress().enter(Stage.SORT);
    try (SortedZone sorted = input.sorter.finish()) {
      return pass.run(sorted, new ApexEditor(known, providers), output);
    } catch (NameTooLargeException e) {
      throw e.in(input.summary.files());
    }
  }

  private void digest(SignedApex apex, ZonePass pass, SigningOutput output)
      throws IOException, OutputRefusedException {
    if (!request.apexChanges().zonemd().isEmpty()) {
      pass.write(new DigestPass(context, providers).run(output.written(), apex), output);
    }
  }

  private record Results(
      Input input,
      Former former,
      ZoneTally tally,
      SignedApex apex,
      KeySetOutputs keySets,
      List<Path> childFiles) {}

  private SigningReport report(Results results) {
    SignedApex apex = results.apex();
    ZoneFigures figures = results.tally().figures();
    Instant firstExpiry = results.tally().signatures().firstExpiry(context.now());
    Duration outlast = Duration.ofSeconds(apex.soa().expire() + figures.largestTtl());
    ExpiryAdvice advice = new ExpiryAdvice(context.firstToExpire(), firstExpiry, outlast);
    advice.warn(context);
    List<Path> files = new ArrayList<>(List.of(request.output()));
    files.addAll(results.childFiles());
    files.addAll(results.keySets().files());
    return new SigningReport(
        request.zone(),
        files,
        inputFigures(results),
        figures,
        keyFigures(results.tally()),
        renewalFigures(results),
        apex.keys(),
        apex.dnskeyTtl(),
        results.keySets().ds(),
        new SigningReport.SerialChange(apex.serialBefore(), apex.soa().serial()),
        new SigningReport.DenialChange(results.input.filter.earlierDenial(), request.denial()),
        context.firstToExpire(),
        firstExpiry,
        advice.signAgainBy(context.now()),
        delegations.reports(),
        context.warnings().toList(),
        results.input.summary.notices());
  }

  private RenewalFigures renewalFigures(Results results) {
    SignatureCounts counts = results.tally().signatures();
    long made = context.plan().keys().stream().mapToLong(counts::made).sum();
    return new RenewalFigures(counts.kept(), made, signatures(results) - counts.kept());
  }

  /** Returns how many signatures there were from which those that are kept come. */
  private static long signatures(Results results) {
    return results.former.isKnown ? results.former.signatures : results.input.filter.signatures();
  }

  private static InputFigures inputFigures(Results results) {
    InputFilter filter = results.input.filter;
    return new InputFigures(
        filter.records(),
        filter.dropped() - (results.former.isKnown ? 0 : results.tally().signatures().kept()),
        filter.outOfZone(),
        results.tally().duplicates(),
        results.tally().loweredTtls());
  }

  private List<KeyFigures> keyFigures(ZoneTally tally) {
    return context.plan().keys().stream()
        .map(key -> new KeyFigures(key.key(), key.scope(), tally.signatures().made(key)))
        .toList();
  }
}
