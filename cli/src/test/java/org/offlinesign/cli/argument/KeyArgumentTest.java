package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.Algorithm;

class KeyArgumentTest {
  private static final TimeArgument TIMES =
      new TimeArgument(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  private static KeyArgument parse(String text) throws CommandException {
    return KeyArgument.parse(text, TIMES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KSK-example.com                     | friendly name 'KSK-example.com'
          tag:32478                           | key tag '32478'
          TAG:32478                           | key tag '32478'
          serial:40 c1 81 ac                  | serial number '40 c1 81 ac'
          subject:CN=a 1 RSASHA1 257          | subject 'CN=a 1 RSASHA1 257'
          subject:CN=a\\, O=b                 | subject 'CN=a, O=b'
          KSK,tag:1, zone:example.com         | friendly name 'KSK' and key tag '1' and zone 'example.com'
          friendlyname:a:b                    | friendly name 'a:b'
          a\\\\b                              | friendly name 'a\\b'
          """)
  void selectorsAreReadAsDocumented(String text, String meant) throws CommandException {
    assertThat(parse(text).selector()).hasToString(meant);
  }

  @Test
  void aKeyMayBringItsStoreAndWhatIsToHoldForIt() throws CommandException {
    KeyArgument key =
        parse("K,store:Spare,type:machine,set-algorithm:RSASHA1,set-flags:KSK,start:now,end:+1d");
    assertThat(key.selector()).hasToString("friendly name 'K'");
    assertThat(key.storeName()).contains("Spare");
    assertThat(key.storeType()).contains(StoreType.MACHINE);
    assertThat(key.overrides().algorithm()).contains(Algorithm.RSASHA1);
    assertThat(key.overrides().flags()).contains(257);
    assertThat(key.overrides().start()).contains(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(key.overrides().end()).contains(Instant.parse("2026-03-02T12:00:00Z"));
  }

  @Test
  void severalKeysInOneWordAreNotTakenForOne() {
    assertThatThrownBy(() -> parse("KSK,ZSK"))
        .isInstanceOfSatisfying(
            CommandException.class,
            e ->
                assertThat(e.advice())
                    .containsExactly(
                        "commas join what one key is known by; for several keys give the option"
                            + " once for each, as in --signkey KSK --signkey ZSK"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tga:1                | 'tga:' is nothing that a key is known by
          tag:                 | has an empty tag
          tag:x                | expected a key tag to select a key by but found 'x'
          serial:xyz           | expected a serial number
          tag:1,tag:2          | gives tag twice
          a,                   | has an empty friendlyname
          store:Spare          | names no key
          K,type:other         | 'other' is not a type of key store
          K,set-flags:70000    | '70000' are no flags
          K,set-algorithm:dsa  | 'dsa' is not an algorithm
          K,start:soon         | 'soon' is not a time
          a\\b                 | has a backslash before neither a comma nor a backslash
          """)
  void aSlipIsRefusedAndNeverTakenForAName(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(message);
  }
}
