package org.offlinesign.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.argument.StoreOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.zonefile.ZoneFileOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read a zone file and write one with signatures. */
final class SignedZoneOptions {
  @Mixin private SigningFiles files;

  @Option(
      names = "--soaserial",
      paramLabel = "keep|increment|unixtime|date",
      description = "What becomes of the SOA serial. Default: increment.")
  private @Nullable SerialPolicy serialPolicy;

  @Option(
      names = "--deterministic",
      description =
          "Make the same ECDSA signatures each time (RFC 6979), so that the same input, keys and"
              + " times give the same file. Slower.")
  private boolean deterministic;

  @Option(names = "--no-verify", description = "Do not verify the signatures before use.")
  private boolean unverified;

  @Mixin private PrintedReport report = new PrintedReport();
  @Mixin private ValidityOptions validity = new ValidityOptions();
  @Mixin private CommentOption comments = new CommentOption();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  /**
   * @param files the options for the files
   */
  SignedZoneOptions(SigningFiles files) {
    this.files = files;
  }

  DnsName zone() {
    return files.zone();
  }

  Path input() {
    return files.input();
  }

  Path output() {
    return files.output();
  }

  /** Returns where the zone is, and where it goes. */
  SigningFiles files() {
    return files;
  }

  SerialPolicy serialPolicy() {
    return serialPolicy(SerialPolicy.INCREMENT);
  }

  /**
   * @param usual what it is unless the option says so
   */
  SerialPolicy serialPolicy(SerialPolicy usual) {
    return serialPolicy == null ? usual : serialPolicy;
  }

  ValidityOptions validity() {
    return validity;
  }

  ReadingOptions reading() {
    return reading;
  }

  /** Returns how the zone is read that is signed. */
  ZoneFileOptions readingOfInput(Environment env) throws CommandException {
    return comments.addTo(reading.of(zone(), env)).build();
  }

  CommentOption comments() {
    return comments;
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
    return report.isJson();
  }

  boolean isQuiet() {
    return report.isQuiet();
  }
}
