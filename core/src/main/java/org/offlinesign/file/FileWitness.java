package org.offlinesign.file;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who wants to know which files some work reads and writes, and what is in them, and has a say in
 * which are replaced. Thread safe.
 */
public interface FileWitness {
  /** Nobody. */
  FileWitness NONE =
      new FileWitness() {
        @Override
        public Optional<MessageDigest> newDigest() {
          return Optional.empty();
        }

        @Override
        public void hasRead(WitnessedFile file) {}

        @Override
        public void hasWritten(WitnessedFile file) {}

        @Override
        public void includes(Path file) {}

        @Override
        public void mayReplace(Path file) {}
      };

  /** Returns what is to digest the octets of one file; empty if nobody wants to know. */
  Optional<MessageDigest> newDigest();

  /** Takes note of a file that was read. */
  void hasRead(WitnessedFile file);

  /** Takes note of a file that was written and has its name. */
  void hasWritten(WitnessedFile file);

  /** Takes note of a file that is read because another one names it. */
  void includes(Path file);

  /**
   * Is asked before a file is written in the place of one that may be there, and before it gets its
   * name.
   *
   * @throws IOException if that is none to be replaced
   */
  void mayReplace(Path file) throws IOException;
}
