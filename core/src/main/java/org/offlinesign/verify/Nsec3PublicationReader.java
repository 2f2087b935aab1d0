package org.offlinesign.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.AlgorithmPolicy;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortedZone;
import org.offlinesign.zone.ZoneCursor;

/** Reads which chains of NSEC3 records a zone promises, and reports what is wrong with that. */
final class Nsec3PublicationReader {
  /**
   * The most iterations that pass. RFC 9276 §3.2 lets validators choose where they stop treating a
   * zone as signed; those in use stop at 50, 100 or 150.
   */
  private static final int MOST_ITERATIONS = 100;

  /** The most iterations by which names are hashed: each takes the time of another signature. */
  static final int MAX_ITERATIONS = 500;

  /** The most chains for which names are hashed; a zone that goes over to another one has two. */
  static final int MAX_CHAINS = 8;

  private static final int KEY_ALGORITHM_AT = 3;

  private final ZoneApex apex;
  private final Findings findings;
  private final List<Nsec3Chain> chains = new ArrayList<>();
  private final Set<Nsec3Param> ignored = new HashSet<>();
  private boolean unchecked;

  Nsec3PublicationReader(ZoneApex apex, Findings findings) {
    this.apex = apex;
    this.findings = findings;
  }

  /** Reads the NSEC3PARAM records at the apex. */
  Nsec3Publication read() {
    NodeRrset params = apex.rrset(RecordType.NSEC3PARAM);
    for (int i = 0; params != null && i < params.size(); i++) {
      read(params.view(i, Nsec3Param::from), Subject.of(apex.node(), params, i));
    }
    if (!chains.isEmpty()) {
      checkKeys();
      checkBesideNsec();
    }
    return new Nsec3Publication(chains, ignored, unchecked);
  }

  /**
   * Looks in a zone that has no NSEC record at its apex, and no NSEC3PARAM record that servers can
   * use, for NSEC3 records, which servers cannot use without. Empty if there are none; if they all
   * have the same parameters, these are taken as meant.
   */
  Optional<Nsec3Publication> search(SortedZone zone) throws IOException {
    Set<Nsec3Param> found = new HashSet<>();
    ZoneCursor cursor = zone.open();
    for (OwnerNode node = cursor.next(); node != null; node = cursor.next()) {
      NodeRrset nsec3 = node.rrset(RecordType.NSEC3);
      for (int i = 0; nsec3 != null && i < nsec3.size() && found.size() <= 1; i++) {
        found.add(new Nsec3Fields(nsec3, i).parameters());
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Subject missing = Subject.missing(apex.node(), RecordType.NSEC3PARAM);
    findings.add(
        FindingCode.NSEC3PARAM_MISSING,
        missing,
        "expected an NSEC3PARAM record that servers can use, as the zone has NSEC3 records, but"
            + " found none");
    addMeant(found, missing);
    return Optional.of(new Nsec3Publication(chains, ignored, unchecked));
  }

  private void addMeant(Set<Nsec3Param> found, Subject subject) {
    Nsec3Param one = found.iterator().next();
    if (found.size() == 1 && one.hashAlgorithm() == Nsec3Parameters.SHA1) {
      addIfBounded(Nsec3Parameters.of(one), subject);
    }
  }

  private void read(Nsec3Param param, Subject subject) {
    if (param.hashAlgorithm() != Nsec3Parameters.SHA1) {
      ignored.add(param);
      findings.add(
          FindingCode.NSEC3PARAM_UNUSABLE,
          subject,
          "expected the hash algorithm 1 but found " + param.hashAlgorithm());
    } else if (param.flags() != 0) {
      ignored.add(param);
      findings.add(
          FindingCode.NSEC3PARAM_UNUSABLE,
          subject,
          "expected the flags 0 but found "
              + param.flags()
              + ", so that servers ignore the record");
    } else {
      addChain(Nsec3Parameters.of(param), subject);
    }
  }

  private void addIfBounded(Nsec3Parameters parameters, Subject subject) {
    if (parameters.iterations() <= MAX_ITERATIONS && chains.size() < MAX_CHAINS) {
      chains.add(new Nsec3Chain(chains.size(), parameters, subject));
      return;
    }
    ignored.add(parameters.toRecord(0));
    unchecked = true;
    findings.add(
        FindingCode.NSEC3_UNCHECKED,
        subject,
        "expected at most "
            + MAX_CHAINS
            + " chains of at most "
            + MAX_ITERATIONS
            + " additional iterations; the names were not hashed for this one, with "
            + parameters.iterations());
  }

  private void addChain(Nsec3Parameters parameters, Subject subject) {
    addIfBounded(parameters, subject);
    checkIterations(parameters.iterations(), subject);
    if (!parameters.salt().isEmpty()) {
      findings.add(
          FindingCode.NSEC3_SALT, subject, "expected no salt but found " + parameters.salt());
    }
  }

  private void checkIterations(int iterations, Subject subject) {
    if (iterations > MOST_ITERATIONS) {
      findings.add(
          FindingCode.NSEC3_ITERATIONS_EXCESSIVE,
          subject,
          "expected no additional iterations but found "
              + iterations
              + ": with more than "
              + MOST_ITERATIONS
              + " many validators treat the zone as if it were not signed");
    } else if (iterations > 0) {
      findings.add(
          FindingCode.NSEC3_ITERATIONS,
          subject,
          "expected no additional iterations but found " + iterations);
    }
  }

  // RFC 5155 §2: the numbers that were there before NSEC3 tell validators to expect NSEC.
  private void checkKeys() {
    NodeRrset keys = apex.rrset(RecordType.DNSKEY);
    for (int i = 0; keys != null && i < keys.size(); i++) {
      int algorithm = keys.octets()[keys.canonicalOffset(i) + KEY_ALGORITHM_AT] & 0xff;
      if (AlgorithmPolicy.isOlderThanNsec3(algorithm)) {
        findings.add(
            FindingCode.NSEC3_KEY_ALGORITHM,
            Subject.of(apex.node(), keys, i),
            "a key of " + Algorithm.nameOf(algorithm) + " goes with NSEC records only");
      }
    }
  }

  private void checkBesideNsec() {
    NodeRrset nsec = apex.rrset(RecordType.NSEC);
    if (nsec != null) {
      findings.add(
          FindingCode.NSEC3_BESIDE_NSEC,
          Subject.of(apex.node(), nsec),
          "the zone has an NSEC chain beside the NSEC3 chain that servers use");
    }
  }
}
