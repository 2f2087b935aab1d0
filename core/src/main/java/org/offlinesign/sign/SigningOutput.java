package org.offlinesign.sign;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.TemporaryFile;
import org.offlinesign.file.WrittenFile;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.ReleaseCheck;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.seal.FileSealer;
import org.offlinesign.seal.Proof;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zonefile.RecordComments;

/**
 * The file that a signing writes. Where it is to hold only a part of the zone, the whole goes to a
 * temporary file besides, so that it can be checked all the same; unless the zone file includes the
 * part, so that both together can be read.
 */
final class SigningOutput implements Closeable {
  private final AtomicOutput target;
  private final ZoneContent content;
  private final @Nullable TemporaryFile wholeZone;
  private final @Nullable OutputStream wholeStream;
  private final FileSealer sealer;

  private SigningOutput(
      AtomicOutput target,
      ZoneContent content,
      @Nullable TemporaryFile wholeZone,
      FileSealer sealer) {
    this.target = target;
    this.content = content;
    this.wholeZone = wholeZone;
    this.wholeStream = wholeZone == null ? null : new BufferedOutputStream(wholeZone.stream());
    this.sealer = sealer;
  }

  /** Starts the output of a request. */
  static SigningOutput open(SigningRequest request, CryptoProviders providers) throws IOException {
    FileSealer sealer = new FileSealer(providers);
    AtomicOutput target = request.place().open(request.input().progress().files());
    ZoneContent content = request.content();
    if (content != ZoneContent.DNSSEC_ONLY) {
      return new SigningOutput(target, content, null, sealer);
    }
    try {
      TemporaryFile whole = TemporaryFile.create(request.budget().temporaryDirectory());
      return new SigningOutput(target, content, whole, sealer);
    } catch (IOException e) {
      target.close();
      throw e;
    }
  }

  /** Writes what stands before the apex. */
  void heading(String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    write(octets, octets);
  }

  /** Writes some names. */
  void write(SignedBlock block) throws IOException {
    write(content == ZoneContent.WHOLE_ZONE ? block.text() : block.extract(), block.text());
  }

  /** Writes what stands behind the last record. */
  void ending(RecordComments comments) throws IOException {
    WireWriter lines = new WireWriter(comments.length());
    comments.writeAbove(lines);
    write(lines.toByteArray(), lines.toByteArray());
  }

  /**
   * @param octets for the target
   * @param whole for the file with the whole zone, if there is one
   */
  private void write(byte[] octets, byte[] whole) throws IOException {
    target.stream().write(octets);
    sealer.update(octets);
    if (wholeStream != null) {
      wholeStream.write(whole);
    }
  }

  /** Closes a whole zone with a seal, by which the program will know it again. */
  void seal(SigningContext context, CryptoProviders providers) throws IOException {
    Optional<SigningKey> key = context.plan().sealer();
    if (content != ZoneContent.WHOLE_ZONE || key.isEmpty()) {
      return;
    }
    boolean verified = context.request().outputCheck().verifiesSignatures();
    ZoneLayout layout = context.layout();
    try {
      byte[] seal =
          sealer.seal(
              context.zone(),
              layout.fileLayout(),
              verified ? Proof.VERIFIED : Proof.UNVERIFIED,
              // No check of the zone that follows looks at it.
              key.get().newSigner(providers.checking(ReleaseCheck.ALWAYS)));
      target.stream().write(seal);
      target.stream().write(layout.lineEnd().getBytes(StandardCharsets.ISO_8859_1));
    } catch (SigningException e) {
      throw new SignatureFailureException(e);
    }
  }

  /** Returns what has been written, the whole zone where there is such a file. */
  WrittenFile written() throws IOException {
    if (wholeStream == null || wholeZone == null) {
      return target.written();
    }
    wholeStream.flush();
    return new WrittenFile(target.written().path(), wholeZone.channel());
  }

  /** Gives the file its name. */
  void commit() throws IOException {
    target.commit();
  }

  /** Removes what was not committed, and the temporary file. */
  @Override
  public void close() throws IOException {
    try {
      if (wholeZone != null) {
        wholeZone.close();
      }
    } finally {
      target.close();
    }
  }
}
