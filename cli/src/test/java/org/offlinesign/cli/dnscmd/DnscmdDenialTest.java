package org.offlinesign.cli.dnscmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.cli.dnscmd.TypedLine.refusal;
import static org.offlinesign.cli.dnscmd.TypedLine.translate;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may follow {@code /DenialOfExistence}. */
class DnscmdDenialTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          nsec                    | --nsec
          NSEC3                   | --nsec3
          NSEC3 OptOut            | --nsec3 --opt-out
          nsec3 optout 5          | --nsec3 --opt-out --iterations=5
          NSEC3 0 8               | --nsec3 --iterations=0 --salt=random:8
          NSEC3 OptOut 0 0        | --nsec3 --opt-out --iterations=0 --salt=-
          NSEC3 50 0 7A59BC4B     | --nsec3 --iterations=50 --salt=7A59BC4B
          NSEC3 0 0 -             | --nsec3 --iterations=0 --salt=-
          NSEC3 0 0 12            | --nsec3 --iterations=0 --salt=12
          """,
      delimiter = '|')
  void denialOfExistenceIsFollowedByWordsInTheirOrder(String words, String options)
      throws Exception {
    List<String> line =
        translate(
            "/OfflineSign /SignZone /input i /output o /zone z /DenialOfExistence "
                + words
                + " /SignKey /Cert /FriendlyName K");
    assertThat(line)
        .containsSubsequence(options.split(" "))
        .contains("--signkey=friendlyname:K", "--zone=z")
        .hasSize(5 + options.split(" ").length);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /DenialOfExistence                        | needs NSEC or NSEC3
          /DenialOfExistence OptOut                 | needs NSEC or NSEC3
          /DenialOfExistence NSEC5                  | needs NSEC or NSEC3
          /DenialOfExistence=NSEC3                  | separated by spaces
          /DenialOfExistence NSEC OptOut            | one word too many
          /DenialOfExistence NSEC3 5 OptOut         | SALTLENGTH is a number
          /DenialOfExistence NSEC3 AABB             | ITERATIONS is a number
          /DenialOfExistence NSEC3 OptOut AABB      | ITERATIONS is a number
          /DenialOfExistence NSEC3 0 8 AABB         | SALTLENGTH must be 0
          /DenialOfExistence NSEC3 0 256            | over 255
          /DenialOfExistence NSEC3 0 0 ABC          | pairs of hex digits
          /DenialOfExistence NSEC3 0 0 AB CD        | one word too many
          /DenialOfExistence NSEC3 /OptOut          | /OptOut is not a switch of this command: the form is /Den
          /NSEC3 0 0                                | /NSEC3 is not a switch of this command: the form is /Den
          /DenialOfExistence NSEC3 OptOut OptOut    | ITERATIONS is a number
          /DenialOfExistence NSEC /DenialOfExistence NSEC3 | given twice
          """,
      delimiter = '|')
  void denialOfExistenceThatCanBeMisreadIsRefused(String words, String problem) {
    String line = "/OfflineSign /SignZone /input i /output o /zone z " + words;
    assertThat(refusal(line + " /SignKey /Cert /FriendlyName K").problem()).contains(problem);
  }
}
