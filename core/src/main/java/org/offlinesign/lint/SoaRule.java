package org.offlinesign.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** The numbers and the mailbox of the SOA record make sense. */
final class SoaRule implements LintRule {
  private static final long DAY_SECONDS = 86_400;

  /** The serial number YYYYMMDDnn divided by this is the date. */
  private static final long SERIALS_OF_A_DAY = 100;

  private static final int FIRST_YEAR = 1980;
  private static final int YEARS_AHEAD = 30;

  private final Breaches breaches;
  private final LocalDate today;

  SoaRule(LocalDate today, Breaches breaches) {
    this.today = today;
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    NodeRrset rrset = node.rrset(RecordType.SOA);
    if (kind != NodeKind.APEX || rrset == null || rrset.size() > 1) {
      return;
    }
    SourceRecord record = SourceRecord.first(node, rrset);
    Soa soa = rrset.view(0, Soa::from);
    checkMailbox(soa.rname(), record);
    checkSerial(soa.serial().value(), record);
    checkPeriods(soa, record);
  }

  private void checkMailbox(DnsName rname, SourceRecord record) {
    if (rname.toString().contains("@")) {
      breaches.add(
          LintCode.SOA_RNAME_AT,
          record,
          "the mailbox " + rname + " has an @; write a dot in its place");
    } else if (rname.labelCount() < 2) {
      breaches.add(
          LintCode.SOA_RNAME_SHORT,
          record,
          "expected a mailbox such as hostmaster.example. but found " + rname);
    }
  }

  private void checkSerial(long serial, SourceRecord record) {
    if (serial == 0) {
      breaches.add(
          LintCode.SOA_SERIAL_ZERO, record, "the serial number is 0, which some servers mistake");
    }
    date(serial)
        .filter(date -> date.isAfter(today.plusDays(1)))
        .ifPresent(
            date ->
                breaches.add(
                    LintCode.SOA_SERIAL_FUTURE,
                    record,
                    "the serial number "
                        + serial
                        + " is the date "
                        + date
                        + ", and it is not yet"));
  }

  /** Returns the date that a serial number of the form YYYYMMDDnn stands for. */
  private Optional<LocalDate> date(long serial) {
    int digits = (int) (serial / SERIALS_OF_A_DAY);
    int year = digits / 10_000;
    if (year < FIRST_YEAR || year > today.getYear() + YEARS_AHEAD) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, digits / 100 % 100, digits % 100));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void checkPeriods(Soa soa, SourceRecord record) {
    if (soa.retry() >= soa.refresh()) {
      breaches.add(
          LintCode.SOA_RETRY_LONG,
          record,
          "expected retry to be less than refresh, "
              + soa.refresh()
              + ", but found "
              + soa.retry());
    }
    if (soa.expire() <= soa.refresh() + soa.retry()) {
      breaches.add(
          LintCode.SOA_EXPIRE_SHORT,
          record,
          "expected expire to be more than refresh and retry together, "
              + (soa.refresh() + soa.retry())
              + ", but found "
              + soa.expire());
    }
    if (soa.minimum() > DAY_SECONDS) {
      breaches.add(
          LintCode.SOA_MINIMUM_LONG,
          record,
          "resolvers may keep for "
              + soa.minimum()
              + " seconds that a name is not there; more than a day, 86400, has proved"
              + " problematic");
    }
  }
}
