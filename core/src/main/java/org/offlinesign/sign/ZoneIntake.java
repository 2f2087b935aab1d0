package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.thread.OtherThread;
import org.offlinesign.zone.ZoneSorter;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSummary;

/**
 * The zone of a request, which is read and sorted: when it is needed, or ahead, by a thread of its
 * own, while a caller looks up the keys.
 *
 * <p>Reading goes by what a request says of zone, input, reading, denial and budget; only
 * signatures in the input wait until it is known who signs. Holds what a {@link ZoneSorter} holds.
 */
public final class ZoneIntake implements Closeable {
  private final SigningRequest request;
  private final ZoneSorter sorter;
  private final InputFilter filter;
  private final CompletableFuture<RenewalRule> renewal = new CompletableFuture<>();
  private final FutureTask<ZoneFileSummary> reading;
  private @Nullable Thread thread;
  private volatile boolean closed;

  private ZoneIntake(SigningRequest request) {
    this.request = request;
    this.sorter = new ZoneSorter(SigningContext.sortBudget(request));
    this.filter = new InputFilter(request.zone(), sorter, renewal::join);
    this.reading =
        new FutureTask<>(
            () -> new ZoneFileReader(request.reading()).read(request.input(), this::take));
  }

  /** Returns a zone that is read when it is needed. */
  static ZoneIntake of(SigningRequest request) {
    return new ZoneIntake(request);
  }

  /**
   * Begins to read a zone. What is wrong with it is thrown when it is to be signed.
   *
   * @param request need not have its keys yet
   */
  public static ZoneIntake ahead(SigningRequest request) {
    ZoneIntake begun = new ZoneIntake(request);
    Thread reader = new Thread(begun.reading, "offlinesign-reader");
    reader.setDaemon(true);
    begun.thread = reader;
    reader.start();
    return begun;
  }

  private void take(RecordBuffer record) throws IOException {
    if (closed) {
      throw new InterruptedIOException("the zone is not wanted any more");
    }
    filter.accept(record);
  }

  /** Says whether the zone is read as a request wants it. */
  boolean isOf(SigningRequest wanted) {
    return wanted.zone().equals(request.zone())
        && wanted.input() == request.input()
        && wanted.reading() == request.reading()
        // equals of a record is linked when it is first called, which takes 12 ms.
        && Objects.equals(wanted.denial(), request.denial())
        && Objects.equals(wanted.budget(), request.budget());
  }

  /** Returns once the zone is read. */
  ZoneFileSummary finish(RenewalRule rule) throws IOException, ZoneFileException {
    renewal.complete(rule);
    // Does nothing where it has been begun.
    reading.run();
    try {
      return OtherThread.result(reading);
    } catch (ExecutionException e) {
      OtherThread.rethrow(e.getCause(), IOException.class);
      OtherThread.rethrow(e.getCause(), ZoneFileException.class);
      throw OtherThread.unchecked(e.getCause());
    }
  }

  /** Returns what the records went through. */
  InputFilter filter() {
    return filter;
  }

  /** Returns the records, once all have been read. */
  ZoneSorter sorter() {
    return sorter;
  }

  /** Stops the reading, and lets go of what was read unless that was taken over. */
  @Override
  public void close() throws IOException {
    closed = true;
    renewal.completeExceptionally(new CancellationException("nobody signs"));
    if (thread != null) {
      OtherThread.join(List.of(thread));
      request.input().progress().leave();
    }
    sorter.close();
  }
}
