package org.offlinesign.verify;

import java.util.List;

/**
 * Checks that names and NSEC3 records with one hash stand for one another (RFC 5155 §7.1). Leaves
 * names that opt-out may excuse, and where records lead, to {@link Nsec3Ring}.
 */
final class Nsec3GroupCheck {
  private final Nsec3Chain chain;
  private final Findings findings;
  private final BitmapCheck bitmap;

  Nsec3GroupCheck(Nsec3Chain chain, Findings findings) {
    this.chain = chain;
    this.findings = findings;
    this.bitmap = new BitmapCheck(FindingCode.NSEC3_BITMAP, findings);
  }

  /** Reports what is wrong with a group. */
  void check(Nsec3Group group) {
    checkCollision(group.names());
    checkSingle(group.links());
    if (group.links().isEmpty()) {
      reportMissing(group);
    } else if (group.names().isEmpty()) {
      reportUnexpected(group);
    } else {
      checkBitmaps(group.names().get(0), group.links());
    }
  }

  private void checkCollision(List<Nsec3Group.Name> names) {
    for (int i = 1; i < names.size(); i++) {
      findings.add(
          FindingCode.NSEC3_COLLISION,
          names.get(i).place(),
          "this name has the hash of "
              + names.get(0).name()
              + ", so that one record cannot stand for both: another salt is needed");
    }
  }

  private void checkSingle(List<Nsec3Group.Link> links) {
    if (links.size() > 1) {
      findings.add(
          FindingCode.NSEC3_NOT_SINGLE,
          links.get(1).subject(),
          "expected one NSEC3 record with the parameters "
              + chain
              + " under this hash but found "
              + links.size());
    }
  }

  private void reportMissing(Nsec3Group group) {
    for (Nsec3Group.Name name : group.names()) {
      if (!name.kind().isOptional()) {
        findings.add(
            FindingCode.NSEC3_MISSING,
            name.place(),
            "expected an NSEC3 record for "
                + name.kind().words()
                + " but found none"
                + whereOf(group));
      }
    }
  }

  /** Reports a name that has no record, and that no record excuses. */
  void reportNotOptedOut(Nsec3Group.Name name, Nsec3Group group) {
    findings.add(
        FindingCode.NSEC3_NOT_OPTED_OUT,
        name.place(),
        "expected an NSEC3 record for "
            + name.kind().words()
            + ", or one with the opt-out flag that covers it, but found neither"
            + whereOf(group));
  }

  private String whereOf(Nsec3Group group) {
    return " (hash " + group.hash() + ", parameters " + chain + ")";
  }

  private void reportUnexpected(Nsec3Group group) {
    for (Nsec3Group.Link link : group.links()) {
      findings.add(
          FindingCode.NSEC3_UNEXPECTED,
          link.subject(),
          "no name of the zone with a place in the chain has this hash");
    }
  }

  private void checkBitmaps(Nsec3Group.Name name, List<Nsec3Group.Link> links) {
    for (Nsec3Group.Link link : links) {
      bitmap.check(link.types(), name.types(), link.subject());
    }
  }
}
