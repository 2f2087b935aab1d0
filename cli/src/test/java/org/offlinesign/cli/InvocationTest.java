package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Streams;

/** Commands that are used again read each line as if it were their first. */
class InvocationTest {
  private static final List<String> SHORT =
      List.of("--zone", "a", "--input", "a", "--output", "b", "--signkey", "K");
  private static final List<String> LONG =
      List.of(
          "--zone",
          "x",
          "--input",
          "y",
          "--output",
          "z",
          "--signkey",
          "K1",
          "--signkey",
          "K2",
          "--addkey",
          "K3",
          "--soaserial",
          "keep",
          "--no-verify",
          "--json",
          "--end",
          "+3d",
          "--nsec3",
          "--opt-out",
          "--salt",
          "ab",
          "--iterations",
          "3",
          "--cds",
          "publish",
          "--digest",
          "sha384,sha256",
          "--previous",
          "p",
          "--keysetdir",
          "d",
          "--genkeyset",
          "none",
          "--threads",
          "3",
          "--memory",
          "9m",
          "--keystore",
          "s",
          "--ds",
          "add",
          "--dnskey",
          "add",
          "--format",
          "full",
          "--dnssec-only",
          "--jitter",
          "1d");

  private final Environment env =
      new Environment(
          new Streams(
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(OutputStream.nullOutputStream()),
              new PrintStream(OutputStream.nullOutputStream()),
              false,
              Optional::empty),
          Map.of(),
          Path.of(""),
          Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void nothingOfAnEarlierLineIsLeft() throws Exception {
    Invocation used = new Invocation(CommandName.SIGNZONE, env);
    used.check(SHORT);
    used.check(LONG);
    used.check(SHORT);
    Invocation fresh = new Invocation(CommandName.SIGNZONE, env);
    fresh.check(SHORT);
    assertThat(used.command()).usingRecursiveComparison().isEqualTo(fresh.command());
    fresh.check(LONG);
    assertThat(used.command()).usingRecursiveComparison().isNotEqualTo(fresh.command());
  }

  @Test
  void oneCommandIsUsedAgainUnlessItIsInUseOrGoesByAnotherClock() throws Exception {
    Invocations invocations = new Invocations();
    AtomicReference<Invocation> first = new AtomicReference<>();
    AtomicReference<Invocation> second = new AtomicReference<>();
    invocations.with(
        CommandName.VERSION,
        env,
        one -> {
          first.set(one);
          return invocations.with(
              CommandName.VERSION,
              env,
              other -> {
                second.set(other);
                return true;
              });
        });
    assertThat(second.get()).isNotSameAs(first.get());
    Invocation third = invocations.with(CommandName.VERSION, env, one -> one);
    assertThat(List.of(first.get(), second.get())).contains(third);
    Environment later = env.at(Instant.parse("2027-01-01T00:00:00Z"));
    Invocation fourth = invocations.with(CommandName.VERSION, later, one -> one);
    assertThat(List.of(first.get(), second.get())).doesNotContain(fourth);
  }
}
