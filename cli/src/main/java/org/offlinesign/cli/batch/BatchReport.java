package org.offlinesign.cli.batch;

import java.io.Closeable;
import java.io.IOException;

/** Tells of the lines of a batch, in their order, while the batch runs. */
interface BatchReport extends Closeable {
  /** Tells how a line ended. */
  void add(LineResult result) throws IOException;

  /** Tells how all ended. */
  void finish(BatchTally tally) throws IOException;
}
