package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;

/**
 * Folders of keyset- and dsset- files that are listed once for many zones: thousands of zones whose
 * files lie in one folder would else list it once each. Thread safe.
 *
 * <p>Whoever shares this tells of the commands that may have written files; what they wrote is seen
 * by all that begin later. What others put into a folder is seen at the latest after {@value
 * #PATIENCE} times as long as it takes to list it.
 */
public final class ChildKeyFolders implements ChildKeySource {
  /** Keeps the share of time that goes into listing folders below five in a hundred. */
  private static final int PATIENCE = 20;

  private final LongSupplier nanos;
  private final Map<Path, Folder> folders = new HashMap<>();
  private final Map<DnsName, Long> lastCommand = new HashMap<>();
  private long lastCommandOnAll;
  private long commands;

  /** Creates one that knows no folders yet. */
  public ChildKeyFolders() {
    this(System::nanoTime);
  }

  ChildKeyFolders(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public ChildKeyFiles in(Path folder, DnsName zone) throws IOException {
    // Names as they are typed stay in messages, so that each spelling of a folder counts for
    // itself.
    return folder(folder).files(folder, zone).ofZone(zone);
  }

  private synchronized Folder folder(Path folder) {
    return folders.computeIfAbsent(folder, unknown -> new Folder());
  }

  @Override
  public synchronized void commandEnded(Optional<DnsName> zone) {
    commands++;
    if (zone.isEmpty()) {
      lastCommandOnAll = commands;
      return;
    }
    DnsName name = zone.get();
    lastCommand.put(name, commands);
    while (!name.isRoot()) {
      name = name.parent();
      lastCommand.put(name, commands);
    }
  }

  private synchronized long commands() {
    return commands;
  }

  /** Returns when the last command ended that may have written files for a zone. */
  private synchronized long lastCommand(DnsName zone) {
    return Math.max(lastCommandOnAll, lastCommand.getOrDefault(zone, 0L));
  }

  private final class Folder {
    private @Nullable Listing listing;

    /** Lists the folder, unless that was done and nothing can have come since; one at a time. */
    synchronized ChildKeyIndex files(Path folder, DnsName zone) throws IOException {
      Listing last = listing;
      if (last == null || last.endsBy(nanos.getAsLong()) || last.commands < lastCommand(zone)) {
        last = list(folder);
        listing = last;
      }
      return last.files;
    }

    private Listing list(Path folder) throws IOException {
      long commandsBefore = commands();
      long started = nanos.getAsLong();
      ChildKeyIndex files = ChildKeyIndex.of(folder);
      Duration cost = Duration.ofNanos(nanos.getAsLong() - started);
      return new Listing(files, commandsBefore, started, cost.multipliedBy(PATIENCE));
    }
  }

  private record Listing(ChildKeyIndex files, long commands, long started, Duration life) {
    boolean endsBy(long now) {
      return now - started > life.toNanos();
    }
  }
}
