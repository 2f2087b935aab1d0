package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.denial.NsecChain;
import org.offlinesign.denial.NsecLink;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OrderedPipeline;
import org.offlinesign.zone.OwnerNode;

/**
 * Links names into the chain and has them signed in batches.
 *
 * <p>Holds a batch, what the chain holds back, and the window of the pipeline.
 */
final class ZoneWriter implements Closeable {
  private static final int BATCH_WEIGHT = 128;
  private static final int WINDOW_PER_THREAD = 4;

  private final Ttl denialTtl;
  private final NsecChain<SigningUnit.Node> chain;
  private final OrderedPipeline<List<SigningUnit>, SignedBlock> pipeline;
  private List<SigningUnit> batch = new ArrayList<>();
  private int batchWeight;

  /**
   * Creates a writer.
   *
   * @param denialTtl the TTL of the chain's records
   * @param results takes the signed text in the order of the names
   */
  ZoneWriter(
      SigningContext context,
      Ttl denialTtl,
      CryptoProviders providers,
      OrderedPipeline.ResultSink<SignedBlock> results) {
    this.denialTtl = denialTtl;
    this.chain = new NsecChain<>(context.zone(), new Batches());
    this.pipeline =
        new OrderedPipeline<>(
            context.threads(),
            context.threads() * WINDOW_PER_THREAD,
            () -> new UnitWork(context, providers),
            results);
  }

  /** Takes the next name in canonical order; the first must be the apex. */
  void add(OwnerNode node, NodeKind kind) throws IOException {
    SigningUnit.Node unit = new SigningUnit.Node(node, kind);
    if (kind.isInChain()) {
      chain.add(unit, node.owner(), types(node, kind));
    } else {
      chain.addOutside(unit);
    }
  }

  private static int[] types(OwnerNode node, NodeKind kind) {
    return node.rrsets().stream().mapToInt(NodeRrset::type).filter(kind::isInBitmap).toArray();
  }

  /** Closes the chain, and waits until everything is signed. */
  void finish() throws IOException {
    chain.finish();
    submit();
    pipeline.drain();
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

  @Override
  public void close() {
    pipeline.close();
  }

  private final class Batches implements NsecChain.Sink<SigningUnit.Node> {
    @Override
    public void pass(SigningUnit.Node unit) throws IOException {
      add(unit);
    }

    @Override
    public void link(NsecLink link) throws IOException {
      add(new SigningUnit.Link(link, denialTtl));
    }
  }
}
