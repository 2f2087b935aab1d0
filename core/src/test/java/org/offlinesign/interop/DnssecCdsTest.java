package org.offlinesign.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.delegation.ChildApex.CHILD;
import static org.offlinesign.delegation.ChildApex.ds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.delegation.ChildApex;
import org.offlinesign.delegation.ChildDecision.Answer;
import org.offlinesign.delegation.ChildFinding;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildPolicy;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.delegation.ChildStatus;
import org.offlinesign.delegation.ChildZone;
import org.offlinesign.delegation.DelegationChange;
import org.offlinesign.delegation.DelegationChanges;
import org.offlinesign.delegation.DelegationChanges.Present;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.delegation.SignedSince;
import org.offlinesign.interop.ChildCases.Case;
import org.offlinesign.interop.ChildCases.Difference;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordClass;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What a child asks for is accepted and refused as {@code dnssec-cds} does, and where it is not.
 */
class DnssecCdsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.offlinesign.interop.ChildCases#ofOneMind")
  void bothGiveTheSameAnswer(Case one) throws Exception {
    Answers answers = answers(one);
    if (answers.theirs() == null) {
      assertThat(answers.ours().answer()).as(answers.text()).isEqualTo(Answer.REFUSED);
    } else {
      assertThat(answers.ours().answer()).as(answers.text()).isNotEqualTo(Answer.REFUSED);
      assertThat(text(answers.ours().after())).isEqualTo(answers.theirs());
    }
  }

  /** Any keys sign anything and are asked for; what is known to be judged otherwise is left out. */
  @Test
  void childrenByChanceGetTheSameAnswer() throws Exception {
    Random random = new Random(7344);
    int changed = 0;
    int refused = 0;
    for (int number = 0; number < 120; number++) {
      Answers answers = answers(ChildCases.byChance(number, random));
      assertThat(isRefused(answers.ours())).as(answers.text()).isEqualTo(answers.theirs() == null);
      if (answers.theirs() == null) {
        refused++;
      } else {
        assertThat(text(answers.ours().after())).as(answers.text()).isEqualTo(answers.theirs());
        changed += answers.ours().status() == ChildStatus.CHANGED ? 1 : 0;
      }
    }
    assertThat(changed).isGreaterThan(15);
    assertThat(refused).isGreaterThan(15);
  }

  /** Where nothing is asked for there is nothing to refuse; it is told in another way. */
  private static boolean isRefused(ChildReport report) {
    return report.answer() == Answer.REFUSED
        || (report.answer() == Answer.NOTHING_ASKED
            && report.findings().stream().anyMatch(found -> found.code() == Code.LEADS_NOWHERE));
  }

  @ParameterizedTest
  @MethodSource("org.offlinesign.interop.ChildCases#ofTwoMinds")
  void theDifferencesAreKnown(Difference one) throws Exception {
    Answers answers = answers(one.of());
    assertThat(answers.theirs() != null).as(answers.text()).isEqualTo(one.theirs());
    assertThat(answers.ours().answer()).as(answers.text()).isEqualTo(one.ours());
    assertThat(answers.ours().findings()).extracting(ChildFinding::code).contains(one.why());
  }

  /**
   * To it a request is as old as the signatures of the keys beside it, so that one between them and
   * the last request comes back; the children by chance have one begin for all signatures.
   */
  @Test
  void rfc7344_6_2_itTakesTheReplayOfARequestBesideOldSignaturesOfTheKeys() throws Exception {
    Path theirs = Files.createDirectory(folder.resolve("theirs")).resolve("dsset-sub.example.");
    Path ours = Files.createDirectory(folder.resolve("ours")).resolve("dsset-sub.example.");
    String first = CHILD + " IN DS " + ChildCases.PRESENT.get(0) + "\n";
    Files.writeString(theirs, first);
    Files.setLastModifiedTime(theirs, FileTime.from(Instant.EPOCH.plusSeconds(86_400)));
    Files.writeString(ours, first);
    List<Integer> sizesOfTheirs = new ArrayList<>();
    List<Integer> sizesOfOurs = new ArrayList<>();
    for (ChildApex apex : ChildCases.withAReplay()) {
      Path zone = Files.writeString(folder.resolve("child"), apex.text());
      Peers.require("dnssec-cds")
          .run(folder, "-i", "-d", theirs.toString(), "-f", "child", CHILD.toString())
          .orFail();
      sizesOfTheirs.add(parse(Files.readString(theirs)).size());
      sizesOfOurs.add(remembering(zone, ours));
    }
    assertThat(sizesOfTheirs).containsExactly(1, 2, 1);
    assertThat(sizesOfOurs).containsExactly(1, 2, 2);
  }

  /** Returns how many DS records the child has, and writes into its file what is accepted. */
  private static int remembering(Path zone, Path dsset) throws Exception {
    ChildZone child = ChildZone.read(ZoneFileSource.of(zone));
    DelegationChanges changes =
        new DelegationChanges(
            ChildKeyFiles.in(dsset.getParent(), CHILD),
            new ChildPolicy(Map.of(CHILD, child), Set.of(), null, true),
            Set.of(DigestType.SHA256),
            ChildApex.PROVIDERS,
            ChildCases.today());
    DelegationChange change = changes.decide(CHILD, ChildCases.PRESENT, Present.KEPT);
    List<Ds> after = change.report().after();
    SignedSince since = change.newlyAccepted();
    if (since != null) {
      KeySetFile file = KeySetFile.accepted(CHILD, RecordClass.IN, after, since.request());
      Files.write(dsset, file.octets());
    }
    return after.size();
  }

  private record Answers(@Nullable Set<String> theirs, ChildReport ours, String text) {}

  private Answers answers(Case one) throws Exception {
    Path zone = Files.writeString(folder.resolve("child"), one.apex().text());
    StringBuilder dsset = new StringBuilder();
    one.present().forEach(ds -> dsset.append(CHILD + " IN DS " + ds + "\n"));
    Path present = Files.writeString(folder.resolve("dsset"), dsset.toString());
    Files.setLastModifiedTime(present, FileTime.from(one.since()));
    Program.Outcome theirs =
        Peers.require("dnssec-cds")
            .run(
                folder,
                "-v",
                "1",
                "-a",
                "SHA-256",
                "-a",
                "SHA-384",
                "-d",
                "dsset",
                "-f",
                "child",
                CHILD.toString());
    ChildReport ours = ours(zone, one);
    Set<String> accepted = theirs.exitCode() == 0 ? parse(theirs.stdout()) : null;
    List<String> findings = ours.findings().stream().map(ChildFinding::message).toList();
    return new Answers(accepted, ours, theirs + "\n" + ours.answer() + findings);
  }

  private static ChildReport ours(Path zone, Case one) throws Exception {
    ChildZone child = ChildZone.read(ZoneFileSource.of(zone));
    ChildPolicy policy = new ChildPolicy(Map.of(CHILD, child), Set.of(), one.since(), true);
    DelegationChanges changes =
        new DelegationChanges(
            ChildKeyFiles.none(),
            policy,
            Set.of(DigestType.SHA256, DigestType.SHA384),
            ChildApex.PROVIDERS,
            ChildCases.today());
    return changes.decide(CHILD, one.present(), Present.KEPT).report();
  }

  private static Set<String> parse(String dsset) {
    Set<String> records = new TreeSet<>();
    dsset.lines().forEach(line -> records.add(line.substring(line.indexOf(" DS ") + 4)));
    return records;
  }

  private static Set<String> text(List<Ds> records) {
    Set<String> text = new TreeSet<>();
    records.forEach(ds -> text.add(ds.toString()));
    return text;
  }
}
