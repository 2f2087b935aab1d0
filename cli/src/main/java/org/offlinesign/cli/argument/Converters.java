package org.offlinesign.cli.argument;

import java.net.IDN;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.report.ReportFormat;
import org.offlinesign.delegation.AnchorFormat;
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
  private static final int ASCII_MAX = 0x7e;
  private static final Set<String> STDOUT_NAMES =
      Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private static final List<Class<?>> TYPES =
      List.of(
          Instant.class,
          Integer.class,
          Duration.class,
          MemorySize.class,
          Path.class,
          DnsName.class,
          Nsec3Salt.class,
          Algorithm.class,
          KeyRole.class,
          DigestType.class,
          RolloverMethod.class,
          LintCode.class,
          ZonemdArgument.class,
          TimingArgument.class,
          KeyArgument.class,
          StoreType.class,
          SerialPolicy.class,
          RecordTreatment.class,
          ChildSignal.class,
          KeySetContent.class,
          ZoneLayout.class,
          ChildDs.class,
          AnchorFormat.class,
          HandOverForm.class,
          ReportFormat.class,
          Shell.class);

  private Converters() {}

  /**
   * Registers all converters.
   *
   * @param clock what relative and local times are reckoned from
   */
  public static void register(CommandLine parser, Clock clock) {
    TimeArgument times = new TimeArgument(clock);
    for (Class<?> type : TYPES) {
      register(parser, type, times);
    }
  }

  private static <T> void register(CommandLine parser, Class<T> type, TimeArgument times) {
    parser.registerConverter(type, new Converter<>(type, times));
  }

  // Comparisons and not a map of functions, because linking thirty of them takes 3 ms of each
  // start.
  private static Object parse(Class<?> type, String text, TimeArgument times)
      throws CommandException {
    if (type == Instant.class) {
      return times.parse(text);
    }
    if (type == Integer.class) {
      return number(text);
    }
    if (type == Duration.class) {
      return DurationArgument.parse(text);
    }
    if (type == MemorySize.class) {
      return MemorySize.parse(text);
    }
    if (type == Path.class) {
      return path(text);
    }
    return ofZone(type, text, times);
  }

  /** Understands what is said of zones and keys. */
  private static Object ofZone(Class<?> type, String text, TimeArgument times)
      throws CommandException {
    if (type == DnsName.class) {
      return name(text);
    }
    if (type == Nsec3Salt.class) {
      return SaltArgument.parse(text);
    }
    if (type == Algorithm.class) {
      return AlgorithmArgument.parse(text);
    }
    if (type == KeyRole.class) {
      return RoleArgument.parse(text);
    }
    if (type == DigestType.class) {
      return digest(text);
    }
    if (type == RolloverMethod.class) {
      return RolloverMethodArgument.parse(text);
    }
    if (type == LintCode.class) {
      return LintCodeArgument.parse(text);
    }
    if (type == ZonemdArgument.class) {
      return ZonemdArgument.parse(text);
    }
    if (type == TimingArgument.class) {
      return TimingArgument.parse(text, times);
    }
    if (type == KeyArgument.class) {
      return KeyArgument.parse(text, times);
    }
    return Choice.parse(type.asSubclass(Enum.class), text);
  }

  /** Refuses the empty path, which would stand for the current folder: a variable was not set. */
  private static Path path(String text) throws CommandException {
    if (text.isEmpty()) {
      throw CommandException.usage(
          "'' cannot be the name of a file or folder",
          "a variable in the line may be empty: quote it and see that it is set");
    }
    try {
      // As a name of a file it would be replaced by the output, and what was written before lost.
      return Path.of(STDOUT_NAMES.contains(text) ? "-" : text);
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + text + "' cannot be a file name here: " + e.getReason())
          .causedBy(e);
    }
  }

  private static Integer number(String text) throws CommandException {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw CommandException.usage(
              "'" + text + "' is not a whole number", "expected digits alone, such as 10")
          .causedBy(e);
    }
  }

  private static DnsName name(String text) throws CommandException {
    if (text.chars().anyMatch(letter -> letter > ASCII_MAX)) {
      throw CommandException.usage(
          "'" + text + "' is not a domain name as it stands in the DNS", internationalized(text));
    }
    try {
      return DnsName.parse(text);
    } catch (NameSyntaxException e) {
      throw CommandException.usage(
          "'" + text + "' is not a domain name: " + e.getMessage(),
          "expected a name such as example.com");
    }
  }

  /** Octets of UTF-8 in a name are asked for by no resolver (RFC 5891 section 4.4). */
  private static String internationalized(String text) {
    try {
      return "write it as the DNS has it: " + IDN.toASCII(text);
    } catch (IllegalArgumentException e) {
      return "expected letters, digits and hyphens; of other letters the form that begins with xn--";
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

  /**
   * What picocli asks of a converter. It is no lambda, because Java 17 keeps a lambda that is an
   * interface of so old a class file as picocli's out of the class data archive, and with it the
   * interface and all classes that implement it.
   */
  private record Converter<T>(Class<T> type, TimeArgument times) implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
      try {
        return type.cast(parse(type, text, times));
      } catch (CommandException e) {
        TypeConversionException refusal = new TypeConversionException(e.getMessage());
        refusal.initCause(e);
        throw refusal;
      }
    }
  }
}
