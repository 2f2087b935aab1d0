package org.offlinesign.zone;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.file.Closing;

/** Owns the temporary files of one sorter, whichever thread made them. Thread safe. */
final class SpillStore implements Closeable {
  private final SortBudget budget;
  private final List<SpillFile> files = new ArrayList<>();

  SpillStore(SortBudget budget) {
    this.budget = budget;
  }

  /** Creates an empty file that lives until it, or the store, is closed. */
  synchronized SpillFile create() throws IOException {
    SpillFile file = SpillFile.create(budget.temporaryDirectory(), budget.progress());
    files.add(file);
    return file;
  }

  /** Deletes all files, whatever happens to some of them. */
  @Override
  public synchronized void close() throws IOException {
    try {
      Closing.all(files);
    } finally {
      files.clear();
    }
  }
}
