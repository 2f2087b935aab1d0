package org.offlinesign.sign;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningException;
import org.offlinesign.progress.Stage;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.zone.NameTooLargeException;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * Puts keys into the DNSKEY RRset of a zone file without signing the zone with them.
 *
 * <p>In a signed zone the DNSKEY and SOA RRsets are signed again, and nothing else changes. Holds
 * what the request allows for sorting, and one name. Thread safe.
 */
public final class KeyPublisher {
  private final CryptoProviders providers;
  private final Clock clock;

  /** Creates a publisher. */
  public KeyPublisher(CryptoProviders providers, Clock clock) {
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * Writes a zone with some keys added.
   *
   * @param request its keys sign again; of the rest input, output, layout, validity, serial and
   *     what the work may use matter
   * @throws ZoneFileException if the file is no zone file, or not of a zone
   * @throws KeyPlanException if the zone would not hold together afterwards
   * @throws OutputRefusedException if the check of the finished file found something
   */
  public PublicationReport publish(SigningRequest request, List<Dnskey> keys)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    SigningContext context = context(request);
    try {
      return publish(context, keys);
    } finally {
      context.progress().leave();
    }
  }

  private PublicationReport publish(SigningContext context, List<Dnskey> keys)
      throws IOException, ZoneFileException, KeyPlanException, OutputRefusedException {
    SigningRequest request = context.request();
    try (ZoneSorter sorter = new ZoneSorter(request.budget())) {
      ZoneFileSummary summary = new ZoneFileReader(request.reading()).read(request.input(), sorter);
      context.progress().enter(Stage.SORT);
      try (SortedZone zone = sorter.finish();
          AtomicOutput output = request.place().open(context.progress().files())) {
        PublicationPass pass = new PublicationPass(context, signers(context), summary);
        PublishedApex apex = pass.run(zone, keys, output.stream());
        if (apex.signed()) {
          request.outputCheck().check(output.written(), request);
        }
        context.progress().enter(Stage.FINISH);
        output.commit();
        return report(context, apex, summary);
      } catch (NameTooLargeException e) {
        throw e.in(summary.files());
      }
    }
  }

  private static PublicationReport report(
      SigningContext context, PublishedApex apex, ZoneFileSummary summary) {
    return new PublicationReport(
        context.request().output(),
        apex.added(),
        apex.dnskeys(),
        apex.dnskeyTtl(),
        new SigningReport.SerialChange(apex.serialBefore(), apex.serialAfter()),
        apex.signed(),
        context.firstToExpire(),
        summary.notices());
  }

  private SigningContext context(SigningRequest request) throws KeyPlanException {
    Instant now = clock.instant();
    Validity asked = request.validity();
    return new SigningContext(
        request,
        KeyPlan.publishing(request.zone(), request.keys()),
        asked == null ? Validity.startingBefore(now) : asked,
        now,
        new Warnings());
  }

  private List<RrsetSigner> signers(SigningContext context) throws SignatureFailureException {
    try {
      return RrsetSigner.of(context, providers);
    } catch (SigningException e) {
      throw new SignatureFailureException(e);
    }
  }
}
