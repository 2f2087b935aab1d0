package org.offlinesign.cli.argument;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.report.ReportFormat;
import org.offlinesign.delegation.AnchorFormat;
import org.offlinesign.delegation.HandOverFormat;
import org.offlinesign.delegation.KeySetContent;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.KeyRole;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.rdata.Nsec3Salt;
import org.offlinesign.rollover.RolloverMethod;
import org.offlinesign.sign.ChildSignal;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.sign.SerialPolicy;
import org.offlinesign.sign.UnsigningRequest.ChildDs;
import org.offlinesign.sign.ZoneLayout;
import org.offlinesign.zonefile.LintCode;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Teaches picocli the values of this command line. */
public final class Converters {
  private Converters() {}

  /**
   * Registers all converters.
   *
   * @param clock what relative and local times are reckoned from
   */
  public static void register(CommandLine parser, Clock clock) {
    TimeArgument times = new TimeArgument(clock);
    register(parser, Instant.class, times::parse);
    register(parser, Integer.class, Converters::number);
    register(parser, Duration.class, DurationArgument::parse);
    register(parser, MemorySize.class, MemorySize::parse);
    register(parser, Path.class, Converters::path);
    register(parser, DnsName.class, Converters::name);
    register(parser, Nsec3Salt.class, SaltArgument::parse);
    register(parser, Algorithm.class, AlgorithmArgument::parse);
    register(parser, KeyRole.class, RoleArgument::parse);
    register(parser, DigestType.class, Converters::digest);
    register(parser, RolloverMethod.class, RolloverMethodArgument::parse);
    register(parser, LintCode.class, LintCodeArgument::parse);
    register(parser, ZonemdArgument.class, ZonemdArgument::parse);
    registerChoice(parser, StoreType.class);
    registerChoice(parser, SerialPolicy.class);
    registerChoice(parser, RecordTreatment.class);
    registerChoice(parser, ChildSignal.class);
    registerChoice(parser, KeySetContent.class);
    registerChoice(parser, ZoneLayout.class);
    registerChoice(parser, ChildDs.class);
    registerChoice(parser, AnchorFormat.class);
    registerChoice(parser, HandOverFormat.class);
    registerChoice(parser, ReportFormat.class);
    register(parser, TimingArgument.class, text -> TimingArgument.parse(text, times));
    register(parser, KeyArgument.class, text -> KeyArgument.parse(text, times));
  }

  /** Refuses the empty path, which would stand for the current folder: a variable was not set. */
  private static Path path(String text) throws CommandException {
    if (text.isEmpty()) {
      throw CommandException.usage("'' cannot be the name of a file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + text + "' cannot be a file name here: " + e.getReason())
          .causedBy(e);
    }
  }

  private static Integer number(String text) throws CommandException {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw CommandException.usage("'" + text + "' is not a whole number").causedBy(e);
    }
  }

  private static DnsName name(String text) throws CommandException {
    try {
      return DnsName.parse(text);
    } catch (NameSyntaxException e) {
      throw CommandException.usage("'" + text + "' is not a domain name: " + e.getMessage());
    }
  }

  private static DigestType digest(String text) throws CommandException {
    return DigestType.parse(text)
        .orElseThrow(
            () ->
                CommandException.usage(
                    "'" + text + "' is not a digest of DS records",
                    "expected sha256, sha384 or sha1, or several joined with commas"));
  }

  private static <E extends Enum<E>> void registerChoice(CommandLine line, Class<E> type) {
    register(line, type, text -> Choice.parse(type, text));
  }

  /** A function from what was typed to what it means. */
  private interface Parser<T> {
    T parse(String text) throws CommandException;
  }

  private static <T> void register(CommandLine line, Class<T> type, Parser<T> parser) {
    line.registerConverter(type, new Converter<>(parser));
  }

  /**
   * What picocli asks of a converter. It is no lambda, because Java 17 keeps a lambda that is an
   * interface of so old a class file as picocli's out of the class data archive, and with it the
   * interface and all classes that implement it.
   */
  private record Converter<T>(Parser<T> parser) implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
      try {
        return parser.parse(text);
      } catch (CommandException e) {
        TypeConversionException refusal = new TypeConversionException(e.getMessage());
        refusal.initCause(e);
        throw refusal;
      }
    }
  }
}
