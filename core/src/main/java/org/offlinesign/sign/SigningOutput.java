package org.offlinesign.sign;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.SigningException;
import org.offlinesign.key.SigningKey;
import org.offlinesign.seal.FileSealer;
import org.offlinesign.seal.Proof;

/**
 * The file that a signing writes. Where it is to hold only a part of the zone, the whole goes to a
 * temporary file besides, so that it can be checked all the same.
 */
final class SigningOutput implements Closeable {
  private final AtomicOutput target;
  private final @Nullable Path wholeZone;
  private final @Nullable OutputStream wholeStream;
  private final FileSealer sealer;

  private SigningOutput(AtomicOutput target, @Nullable WholeZone whole, FileSealer sealer) {
    this.target = target;
    this.wholeZone = whole == null ? null : whole.file;
    this.wholeStream = whole == null ? null : whole.stream;
    this.sealer = sealer;
  }

  private record WholeZone(Path file, OutputStream stream) {}

  /** Starts the output of a request. */
  static SigningOutput open(SigningRequest request, CryptoProviders providers) throws IOException {
    FileSealer sealer = new FileSealer(providers);
    AtomicOutput target = AtomicOutput.open(request.output(), request.input().progress().files());
    if (request.content() == ZoneContent.WHOLE_ZONE) {
      return new SigningOutput(target, null, sealer);
    }
    try {
      Path whole =
          Files.createTempFile(request.budget().temporaryDirectory(), "offlinesign", ".zone");
      OutputStream stream = new BufferedOutputStream(Files.newOutputStream(whole));
      return new SigningOutput(target, new WholeZone(whole, stream), sealer);
    } catch (IOException e) {
      target.close();
      throw e;
    }
  }

  /** Writes what stands before the apex. */
  void heading(String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    target.stream().write(octets);
    if (wholeStream == null) {
      sealer.update(octets);
    } else {
      wholeStream.write(octets);
    }
  }

  /** Writes some names. */
  void write(SignedBlock block) throws IOException {
    if (wholeStream == null) {
      target.stream().write(block.text());
      sealer.update(block.text());
    } else {
      wholeStream.write(block.text());
      target.stream().write(block.extract());
    }
  }

  /** Closes a whole zone with a seal, by which the program will know it again. */
  void seal(SigningContext context, CryptoProviders providers) throws IOException {
    Optional<SigningKey> key = context.plan().sealer();
    if (wholeStream != null || key.isEmpty()) {
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
              key.get().newSigner(providers));
      target.stream().write(seal);
      target.stream().write(layout.lineEnd().getBytes(StandardCharsets.ISO_8859_1));
    } catch (SigningException e) {
      throw new SignatureFailureException(e);
    }
  }

  /** Returns a file with the whole zone as far as it has been written. */
  Path written() throws IOException {
    if (wholeStream == null || wholeZone == null) {
      return target.partFile();
    }
    wholeStream.flush();
    return wholeZone;
  }

  /** Gives the file its name. */
  void commit() throws IOException {
    target.commit();
  }

  /** Removes what was not committed, and the temporary file. */
  @Override
  public void close() throws IOException {
    try {
      if (wholeStream != null && wholeZone != null) {
        wholeStream.close();
        Files.deleteIfExists(wholeZone);
      }
    } finally {
      target.close();
    }
  }
}
