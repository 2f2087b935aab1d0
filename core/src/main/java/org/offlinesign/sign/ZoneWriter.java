package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OrderedPipeline;
import org.offlinesign.zone.OwnerNode;

/**
 * Has names, and the records that prove what is not there, signed in batches.
 *
 * <p>Holds a batch, what {@link DenialRecords} hold, and the window of the pipeline.
 */
final class ZoneWriter implements Closeable {
  private static final int BATCH_WEIGHT = 128 * SigningUnit.SIGNATURE;
  private static final int WINDOW_PER_THREAD = 4;

  private final DenialRecords denial;
  private final OrderedPipeline<List<SigningUnit>, SignedBlock> pipeline;
  private List<SigningUnit> batch = new ArrayList<>();
  private int batchWeight;

  /**
   * Creates a writer.
   *
   * @param denial makes the records that prove what is not there
   * @param results takes the signed text in its order
   */
  ZoneWriter(
      SigningContext context,
      CryptoProviders providers,
      Function<DenialRecords.Units, DenialRecords> denial,
      OrderedPipeline.ResultSink<SignedBlock> results) {
    this.denial = denial.apply(this::add);
    this.pipeline =
        new OrderedPipeline<>(
            context.threads(),
            context.threads() * WINDOW_PER_THREAD,
            () -> new UnitWork(context, providers),
            block -> {
              this.denial.take(block);
              results.accept(block);
            });
  }

  /** Takes the next name in canonical order; the first must be the apex. */
  void add(OwnerNode node, NodeKind kind, OldSignatures old) throws IOException {
    denial.add(node, kind, old);
  }

  /** Takes old signatures of NSEC3 records. */
  void addOld(DnsName owner, List<OldSignature> old) throws IOException {
    denial.addOld(owner, old);
  }

  /** Waits, after the last name, until all names are signed. */
  void endNames() throws IOException {
    denial.endNames();
    drain();
  }

  /** Writes what could not be written before, and waits until it is signed. */
  void finish() throws IOException {
    denial.finish();
    drain();
  }

  private void add(SigningUnit unit) throws IOException {
    batch.add(unit);
    batchWeight += unit.weight();
    if (batchWeight >= BATCH_WEIGHT) {
      submit();
    }
  }

  private void submit() throws IOException {
    if (!batch.isEmpty()) {
      pipeline.submit(batch);
      batch = new ArrayList<>();
      batchWeight = 0;
    }
  }

  private void drain() throws IOException {
    submit();
    pipeline.drain();
  }

  @Override
  public void close() throws IOException {
    pipeline.close();
    denial.close();
  }
}
