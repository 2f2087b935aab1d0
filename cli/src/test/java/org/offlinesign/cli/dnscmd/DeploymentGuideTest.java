package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Microsoft's deployment guide prints is understood. */
class DeploymentGuideTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "ZoneName", "example.com",
          "ZoneFile", "in.dns",
          "SignedZoneFile", "out.dns",
          "Length", "1024");

  @Test
  void everyExampleIsTranslated() throws Exception {
    List<String> examples = DeploymentGuide.require().examples();
    assertThat(examples).hasSize(6);
    for (String example : examples) {
      List<String> words = DeploymentGuide.arguments(example, VARIABLES);
      assertThat(DnscmdTranslator.isDnscmd(words)).as(example).isTrue();
      assertThat(DnscmdTranslator.translate(words).arguments())
          .as(example)
          .contains("--zone=example.com")
          .noneMatch(argument -> argument.contains("%"));
    }
  }

  @Test
  void theExamplesMeanWhatTheirTextSays() throws Exception {
    List<String> examples = DeploymentGuide.require().examples();
    assertThat(translate(examples.get(0)))
        .containsExactly(
            "genkey",
            "--alg=rsasha1",
            "--length=1024",
            "--flags=KSK",
            "--zone=example.com",
            "--friendlyname=KSK-example.com");
    assertThat(translate(examples.get(3)))
        .containsExactly(
            "signzone",
            "--zone=example.com",
            "--input=in.dns",
            "--output=out.dns",
            "--signkey=friendlyname:ksk-example.com",
            "--signkey=friendlyname:zsk1-example.com",
            "--addkey=friendlyname:zsk2-example.com");
  }

  @Test
  void everySwitchOfTheSynopsesIsKnown() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String synopsis : DeploymentGuide.require().synopses()) {
      Pattern.compile("/(\\w+)")
          .matcher(synopsis)
          .results()
          .map(DeploymentGuideTest::name)
          .forEach(names::add);
    }
    assertThat(names).hasSizeGreaterThan(25).contains("offlinesign", "startend", "dnskeyonly");
    names.remove("offlinesign");
    assertThat(names)
        .allMatch(name -> Switch.named(name).isPresent() || Verb.named(name).isPresent());
  }

  @Test
  void everySwitchOfTheTablesIsKnownInTheirSpelling() throws IOException {
    List<String> switches = DeploymentGuide.require().switches();
    assertThat(switches).hasSizeGreaterThan(20).contains("/alg=algorithm", "/sscert");
    assertThat(switches)
        .allMatch(line -> ArgumentReader.switchName(line).flatMap(Switch::named).isPresent());
  }

  @Test
  void commandsForAServerAreRefusedWithAHint() throws IOException {
    List<String> commands = DeploymentGuide.require().serverCommands();
    assertThat(commands).hasSize(2);
    for (String command : commands) {
      assertThatThrownBy(() -> translate(command))
          .isInstanceOf(DnscmdSyntaxException.class)
          .hasMessageContaining("this program talks to no DNS server");
    }
  }

  private static List<String> translate(String example) throws DnscmdSyntaxException {
    return DnscmdTranslator.translate(DeploymentGuide.arguments(example, VARIABLES)).arguments();
  }

  private static String name(MatchResult found) {
    return found.group(1).toLowerCase(Locale.ROOT);
  }
}
