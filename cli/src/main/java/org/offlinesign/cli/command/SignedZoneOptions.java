package org.offlinesign.cli.command;

import java.nio.file.Path;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.SerialPolicy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read a zone file and write one with signatures. */
final class SignedZoneOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "The zone file; - is stdin.")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, which is replaced if it exists; - is stdout.")
  private Path output;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Option(
      names = "--soaserial",
      paramLabel = "keep|increment|unixtime|date",
      description = "What becomes of the SOA serial. Default: increment.")
  private SerialPolicy serialPolicy = SerialPolicy.INCREMENT;

  @Option(
      names = "--deterministic",
      description =
          "Make the same ECDSA signatures each time (RFC 6979), so that the same input, keys and"
              + " times give the same file. Slower.")
  private boolean deterministic;

  @Option(names = "--no-verify", description = "Do not verify the signatures before use.")
  private boolean unverified;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  @Mixin private ValidityOptions validity = new ValidityOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  DnsName zone() {
    return zone;
  }

  Path input() {
    return input;
  }

  Path output() {
    return output;
  }

  SerialPolicy serialPolicy() {
    return serialPolicy;
  }

  ValidityOptions validity() {
    return validity;
  }

  ReadingOptions reading() {
    return reading;
  }

  SortOptions sorting() {
    return sorting;
  }

  StoreOptions store() {
    return store;
  }

  /** Says whether the same input is to give the same signatures. */
  boolean isDeterministic() {
    return deterministic;
  }

  /** Says whether the signatures are verified before the zone is used. */
  boolean verifies() {
    return !unverified;
  }

  boolean isJson() {
    return json;
  }

  boolean isQuiet() {
    return quiet;
  }
}
