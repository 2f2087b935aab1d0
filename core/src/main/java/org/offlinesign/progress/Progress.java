package org.offlinesign.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.FileWitness;

/**
 * What one piece of work on zones has done so far, stage after stage.
 *
 * <p>The thread that works begins and ends the stages; any thread may count, and any may look. Who
 * wants to show the work looks now and then: counting takes no lock and does not read the time, but
 * is meant for batches of records and not for each one.
 */
public final class Progress {
  private final LongSupplier nanoTime;
  private final long begun;
  private final List<StageFigures> ended = new ArrayList<>();
  private final AtomicLong spilled = new AtomicLong();
  private final AtomicLong onDisk = new AtomicLong();
  private final AtomicLong mostOnDisk = new AtomicLong();
  private volatile @Nullable Running running;
  private volatile Runnable onLeave = () -> {};
  private volatile Consumer<Runnable> printing = Runnable::run;
  private volatile FileWitness files = FileWitness.NONE;

  /** Creates a record of work that begins now. */
  public Progress() {
    this(System::nanoTime);
  }

  /**
   * Creates a record of work that begins now.
   *
   * @param nanoTime tells the time as {@link System#nanoTime} does
   */
  public Progress(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Asks that something is done at the end of each stage, by the thread that ends it. */
  public void onLeave(Runnable action) {
    onLeave = action;
  }

  /** Asks that what is printed in the midst of a stage is printed in some way. */
  public void onPrint(Consumer<Runnable> way) {
    printing = way;
  }

  /** Asks that somebody is told of the files that the work reads and writes. */
  public void onFiles(FileWitness witness) {
    files = witness;
  }

  /** Returns who wants to know of the files that the work reads and writes. */
  public FileWitness files() {
    return files;
  }

  /** Prints something in the midst of a stage, where who shows the stage makes room for it. */
  public void print(Runnable action) {
    printing.accept(action);
  }

  /** Begins a stage, and ends the one before if it has not ended. */
  public void enter(Stage stage) {
    enter(stage, Optional.empty());
  }

  /**
   * Begins a stage, and ends the one before if it has not ended.
   *
   * @param file what is read, where that is a file that somebody named
   */
  public void enter(Stage stage, Optional<String> file) {
    leave();
    running = new Running(stage, file, nanoTime.getAsLong());
  }

  /** Ends the stage that is under way, if there is one. */
  public void leave() {
    Running last = running;
    if (last != null) {
      StageFigures figures = last.figures(nanoTime.getAsLong());
      synchronized (ended) {
        ended.add(figures);
      }
      running = null;
      onLeave.run();
    }
  }

  /** Takes note that the stage has so much more to do. */
  public void expect(Quantity quantity, long amount) {
    Running now = running;
    if (now != null) {
      now.expected.add(quantity, amount);
    }
  }

  /** Takes note that the stage has done so much more. */
  public void count(Quantity quantity, long amount) {
    Running now = running;
    if (now != null) {
      now.done.add(quantity, amount);
    }
  }

  /** Takes note that octets were written to temporary files. */
  public void countSpilled(long octets) {
    spilled.addAndGet(octets);
    mostOnDisk.accumulateAndGet(onDisk.addAndGet(octets), Math::max);
  }

  /** Takes note that octets of temporary files were given back. */
  public void countReleased(long octets) {
    onDisk.addAndGet(-octets);
  }

  /** Returns the stage that is under way, if there is one. */
  public Optional<StageFigures> current() {
    Running now = running;
    return now == null ? Optional.empty() : Optional.of(now.figures(nanoTime.getAsLong()));
  }

  /** Returns the stages that have ended, in their order. */
  public List<StageFigures> stages() {
    synchronized (ended) {
      return List.copyOf(ended);
    }
  }

  /** Returns for how long the work has been under way. */
  public Duration time() {
    return Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  /** Returns how many octets were written to temporary files altogether. */
  public long spilledOctets() {
    return spilled.get();
  }

  /** Returns how many octets the temporary files held when they held most. */
  public long mostOctetsOnDisk() {
    return mostOnDisk.get();
  }

  /** A stage that is under way. */
  private static final class Running {
    private final Stage stage;
    private final Optional<String> file;
    private final long since;
    private final Amounts done = new Amounts();
    private final Amounts expected = new Amounts();

    Running(Stage stage, Optional<String> file, long since) {
      this.stage = stage;
      this.file = file;
      this.since = since;
    }

    StageFigures figures(long now) {
      return new StageFigures(
          stage, file, Duration.ofNanos(now - since), done.toMap(), expected.toMap());
    }
  }

  /** How much there is of each quantity. */
  private static final class Amounts {
    private final Map<Quantity, AtomicLong> counts = new EnumMap<>(Quantity.class);

    Amounts() {
      for (Quantity quantity : Quantity.values()) {
        counts.put(quantity, new AtomicLong());
      }
    }

    void add(Quantity quantity, long amount) {
      // All keys are there from the start, so that threads may look them up at the same time.
      Objects.requireNonNull(counts.get(quantity)).addAndGet(amount);
    }

    Map<Quantity, Long> toMap() {
      Map<Quantity, Long> amounts = new EnumMap<>(Quantity.class);
      counts.forEach(
          (quantity, count) -> {
            if (count.get() > 0) {
              amounts.put(quantity, count.get());
            }
          });
      return amounts;
    }
  }
}
