package org.offlinesign.file;

import java.security.MessageDigest;
import java.util.Optional;

/** Who wants to know which files some work reads and writes, and what is in them. Thread safe. */
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
      };

  /** Returns what is to digest the octets of one file; empty if nobody wants to know. */
  Optional<MessageDigest> newDigest();

  /** Takes note of a file that was read. */
  void hasRead(WitnessedFile file);

  /** Takes note of a file that was written and has its name. */
  void hasWritten(WitnessedFile file);
}
