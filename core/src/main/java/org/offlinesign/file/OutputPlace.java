package org.offlinesign.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where something goes that is written whole or not at all. */
public sealed interface OutputPlace {
  /** Returns the file; of a stream what stands in messages for one. */
  Path path();

  /** Starts the output. */
  AtomicOutput open(FileWitness witness) throws IOException;

  /**
   * A file, which is replaced if it is there; a device or pipe gets the octets when they are
   * complete.
   *
   * @param temporaryFolder where those for a device or pipe are kept until then
   */
  record File(Path path, Path temporaryFolder) implements OutputPlace {
    @Override
    public AtomicOutput open(FileWitness witness) throws IOException {
      return AtomicOutput.open(this, witness);
    }
  }

  /**
   * A stream that gets the octets when they are complete, and is not closed.
   *
   * @param temporaryFolder where they are kept until then
   */
  record Stream(OutputStream stream, Path path, Path temporaryFolder) implements OutputPlace {
    @Override
    public AtomicOutput open(FileWitness witness) throws IOException {
      return AtomicOutput.open(this, witness);
    }
  }
}
