package org.offlinesign.cli.doctor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ProgramVersion;

/** Looks at Java, the system, the clock and the memory. */
final class Machine {
  private static final int LEAST_JAVA = 17;
  private static final long MEGA = 1 << 20;
  private static final long LITTLE_HEAP = 64 * MEGA;

  /** Serial numbers of signatures wrap around in 2106. */
  private static final Instant TOO_LATE = Instant.parse("2100-01-01T00:00:00Z");

  private final Environment env;

  Machine(Environment env) {
    this.env = env;
  }

  List<Diagnosis> look() {
    List<Diagnosis> all = new ArrayList<>();
    all.add(Diagnosis.ok("offlinesign", ProgramVersion.text()));
    all.add(java());
    all.add(Diagnosis.ok("system", property("os.name") + " " + property("os.arch")));
    all.add(start());
    all.add(encoding());
    all.add(clock());
    all.add(memory());
    return all;
  }

  private static Diagnosis java() {
    String found = Runtime.version() + ", " + property("java.vendor");
    return Runtime.version().feature() >= LEAST_JAVA
        ? Diagnosis.ok("Java", found)
        : Diagnosis.fail("Java", found, "install Java " + LEAST_JAVA + " or a later one");
  }

  private static Diagnosis start() {
    if (property("java.vm.info").contains("sharing")) {
      return Diagnosis.ok("start", "with a class data archive");
    }
    String reason = System.getProperty("offlinesign.archive.missing", "");
    return Diagnosis.note(
        "start",
        "without a class data archive" + (reason.isEmpty() ? "" : ": " + reason),
        "each command takes a third of a second longer to start");
  }

  private static Diagnosis encoding() {
    String names = property("sun.jnu.encoding");
    String found = names + " for the names of files";
    return names.toUpperCase(Locale.ROOT).startsWith("UTF")
        ? Diagnosis.ok("encoding", found)
        : Diagnosis.note(
            "encoding",
            found,
            "files whose names have other letters cannot be named: set LC_ALL=C.UTF-8");
  }

  private Diagnosis clock() {
    Instant now = env.realTime();
    String found = now.toString();
    Optional<Instant> built = built();
    if (built.filter(then -> now.isBefore(then.minus(Duration.ofDays(1)))).isPresent()) {
      return Diagnosis.fail(
          "clock",
          found,
          "that is before this program was built, " + built.get(),
          "set the clock: signatures would not be valid yet, or not any more");
    }
    return now.isAfter(TOO_LATE)
        ? Diagnosis.fail("clock", found, "set the clock: signatures would not be valid yet")
        : Diagnosis.ok("clock", found);
  }

  /** Returns the date of the program's own jar, unless it runs from a folder of classes. */
  private static Optional<Instant> built() {
    try {
      Path jar = Path.of(Machine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        return Optional.empty();
      }
      try (ZipFile content = new ZipFile(jar.toFile())) {
        return Optional.ofNullable(content.getEntry("META-INF/MANIFEST.MF"))
            .map(ZipEntry::getTime)
            .map(Instant::ofEpochMilli);
      }
    } catch (URISyntaxException | IOException notAJar) {
      return Optional.empty();
    }
  }

  private Diagnosis memory() {
    long heap = env.resources().heapOctets();
    String found =
        String.format(
            Locale.ROOT,
            "%,d MB of heap at the most, %d processors",
            heap / MEGA,
            env.resources().threads());
    return heap >= LITTLE_HEAP
        ? Diagnosis.ok("memory", found)
        : Diagnosis.note("memory", found, "large zones take longer: --memory 256m or more helps");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
