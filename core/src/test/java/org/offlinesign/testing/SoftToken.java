package org.offlinesign.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A token of SoftHSM, with a PIN of its own. */
public final class SoftToken {
  public static final String PIN = "246810";

  private static final Pattern SLOT = Pattern.compile("slot (\\d+)\\s*$");

  /** That of this process: a library, once loaded, need not see tokens that are made later. */
  private static Optional<SoftToken> ours = Optional.empty();

  private final Path library;
  private final String slot;

  private SoftToken(Path library, String slot) {
    this.library = library;
    this.slot = slot;
  }

  /** Returns the token for this process, or skips (or fails) the calling test. */
  public static synchronized SoftToken require() throws IOException, InterruptedException {
    if (ours.isEmpty()) {
      String configuration = System.getenv("SOFTHSM2_CONF");
      if (configuration == null) {
        throw Interop.missing("variable SOFTHSM2_CONF, which SoftHSM goes by");
      }
      ours = Optional.of(makeIn(Path.of(configuration)));
    }
    return ours.get();
  }

  /** Returns a new token, or skips (or fails) the calling test. */
  public static SoftToken makeIn(Path configuration) throws IOException, InterruptedException {
    Program softhsm = Peers.require("softhsm2-util");
    Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
    Files.writeString(configuration, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    String said =
        softhsm
            .with(Map.of("SOFTHSM2_CONF", configuration.toString()))
            .run(
                tokens,
                "--init-token",
                "--free",
                "--label",
                "offlinesign",
                "--so-pin",
                "13579",
                "--pin",
                PIN)
            .orFail()
            .stdout();
    Matcher slot = SLOT.matcher(said);
    if (!slot.find()) {
      throw new AssertionError("softhsm2-util names no slot: " + said);
    }
    return new SoftToken(library(), slot.group(1));
  }

  private static Path library() {
    return Stream.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> Interop.missing("library of SoftHSM on this machine"));
  }

  /** Writes the configuration file of SunPKCS11 that leads to this token. */
  public Path configure(Path file) throws IOException {
    return configure(file, "slot = " + slot);
  }

  /** Writes a configuration file with another way to name the slot. */
  public Path configure(Path file, String slotLine) throws IOException {
    return Files.writeString(file, "name = soft\nlibrary = " + library + "\n" + slotLine + "\n");
  }
}
