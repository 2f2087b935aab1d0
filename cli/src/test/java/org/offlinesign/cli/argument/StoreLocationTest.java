package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Streams;

class StoreLocationTest {
  private static final Map<String, String> HOME = Map.of("HOME", "/home/ann");

  private static Environment env(Map<String, String> variables) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(InputStream.nullInputStream(), nowhere, nowhere, false, Optional::empty);
    return new Environment(streams, variables, Path.of("/srv/zones"), Clock.systemUTC());
  }

  private static StoreLocation named(String name) {
    return new StoreLocation(Optional.empty(), Optional.of(name), Optional.empty());
  }

  private static StoreLocation of(StoreType type) {
    return new StoreLocation(Optional.empty(), Optional.empty(), Optional.of(type));
  }

  @Test
  void withoutAnyWordItIsTheUsersOwn() throws CommandException {
    assertThat(StoreLocation.usual().path(env(HOME)))
        .isEqualTo(Path.of("/home/ann/.offlinesign/MS-DNSSEC.p12"));
  }

  @Test
  void theVariablesNameAnotherFolderOrAnotherFile() throws CommandException {
    assertThat(StoreLocation.usual().path(env(Map.of("OFFLINESIGN_HOME", "/srv/keys"))))
        .isEqualTo(Path.of("/srv/keys/MS-DNSSEC.p12"));
    assertThat(StoreLocation.usual().path(env(Map.of("OFFLINESIGN_KEYSTORE", "k.p12"))))
        .isEqualTo(Path.of("/srv/zones/k.p12"));
  }

  @Test
  void anotherNameIsAnotherFileInTheFolder() throws CommandException {
    assertThat(named("Spare").path(env(HOME)))
        .isEqualTo(Path.of("/home/ann/.offlinesign/Spare.p12"));
  }

  @Test
  void theUsualNameMeansTheUsualStoreWhereverItIs() throws CommandException {
    assertThat(named("ms-dnssec").path(env(Map.of("OFFLINESIGN_KEYSTORE", "/k.p12"))))
        .isEqualTo(Path.of("/k.p12"));
  }

  @Test
  void storesOfTheMachineHaveTheirOwnFolder() throws CommandException {
    assertThat(of(StoreType.MACHINE).path(env(Map.of("OFFLINESIGN_KEYSTORE", "/k.p12"))))
        .isEqualTo(Path.of("/var/lib/offlinesign/MS-DNSSEC.p12"));
  }

  @Test
  void aKeyMayBeInAnotherStoreThanTheCommands() throws CommandException {
    StoreLocation command =
        new StoreLocation(Optional.of(Path.of("k.p12")), Optional.empty(), Optional.empty());
    assertThat(
            command.overriddenBy(Optional.empty(), Optional.of(StoreType.MACHINE)).path(env(HOME)))
        .isEqualTo(Path.of("/var/lib/offlinesign/MS-DNSSEC.p12"));
    assertThat(command.overriddenBy(Optional.empty(), Optional.empty())).isSameAs(command);
  }

  @Test
  void aNameIsNoPath() {
    for (String name : new String[] {"../x", "a/b", "", ".hidden", "a\\b"}) {
      assertThatThrownBy(() -> named(name).path(env(HOME)))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("is not a name of a key store");
    }
  }

  @Test
  void fileAndNameTogetherAreRefused() {
    StoreLocation both =
        new StoreLocation(Optional.of(Path.of("k.p12")), Optional.of("Spare"), Optional.empty());
    assertThatThrownBy(() -> both.path(env(HOME))).hasMessageContaining("--keystore");
  }
}
