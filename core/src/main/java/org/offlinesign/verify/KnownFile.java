package org.offlinesign.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.seal.DistinctSigners;
import org.offlinesign.seal.FileLayout;
import org.offlinesign.seal.FormerCursor;
import org.offlinesign.seal.FormerName;
import org.offlinesign.seal.FormerZone;
import org.offlinesign.seal.Proof;
import org.offlinesign.seal.UnknownFileException;
import org.offlinesign.zone.OwnerNode;

/**
 * A file all of whose signatures were found to be right when it was made, known by its seal; or
 * none. Not thread safe; {@link #newSignatures} hands out what each worker needs.
 *
 * <p>Two cursors go through it, because there NSEC3 records follow the names, and in canonical
 * order they stand among them. An NSEC record behind names below its own is not found.
 */
final class KnownFile implements Closeable {
  private final @Nullable FormerZone file;
  private final @Nullable FormerCursor names;
  private @Nullable FormerCursor hashes;
  private final DistinctSigners keys = new DistinctSigners();

  private KnownFile() {
    this.file = null;
    this.names = null;
  }

  private KnownFile(FormerZone file, VerificationRequest request) throws IOException {
    this.file = file;
    this.names = file.cursor();
    FormerName apex = file.cursor().first();
    if (apex != null) {
      apex.read(request.zone(), request.reading().recordClass(), keys::addFrom);
    }
  }

  /** Opens the first of the request's files that is known to have been verified. */
  static KnownFile open(VerificationRequest request) throws IOException {
    for (Path path : request.verifiedBefore()) {
      Optional<FormerZone> file = open(path, request);
      if (file.isPresent()) {
        return of(file.get(), request);
      }
    }
    return new KnownFile();
  }

  private static Optional<FormerZone> open(Path path, VerificationRequest request)
      throws IOException {
    FormerZone.Owner owner = request.owner();
    if (owner == null) {
      return Optional.empty();
    }
    try {
      FormerZone file = FormerZone.open(path, owner, request.source().progress());
      if (file.proof() == Proof.VERIFIED) {
        return Optional.of(file);
      }
      file.close();
      return Optional.empty();
    } catch (UnknownFileException notOurs) {
      return Optional.empty();
    }
  }

  private static KnownFile of(FormerZone file, VerificationRequest request) throws IOException {
    try {
      return new KnownFile(file, request);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Returns what the file says of the next name in canonical order; null if there is nothing. */
  @Nullable FormerName at(OwnerNode node) throws IOException {
    if (file == null || names == null) {
      return null;
    }
    return node.has(RecordType.NSEC3)
        ? hashes(file).hash(node.octets(), node.keyLength())
        : names.name(node.octets(), node.keyLength());
  }

  /** Returns the second cursor, which zones with NSEC records do not need. */
  private FormerCursor hashes(FormerZone zone) throws IOException {
    FormerCursor cursor = hashes;
    if (cursor == null) {
      cursor = zone.cursor();
      hashes = cursor;
    }
    return cursor;
  }

  /** Returns what compares signatures with those of the file, for one thread. */
  KnownSignatures newSignatures(VerificationRequest request) {
    FileLayout layout = file == null ? FileLayout.TEXT : file.layout();
    return new KnownSignatures(
        layout.printer(request.reading().recordClass(), request.zone()), keys);
  }

  /** Makes sure that the file was the same to its end. */
  void finish() throws IOException {
    if (names != null) {
      names.finish();
    }
    if (hashes != null) {
      hashes.finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
