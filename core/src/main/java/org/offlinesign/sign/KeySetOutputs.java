package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.Closing;
import org.offlinesign.key.DsDigest;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordClass;
import org.offlinesign.sign.SigningWarning.Code;

/**
 * The keyset- and dsset- files of a zone: written first, and moved to their names together. One
 * that would be replaced by the same octets stays as it is.
 */
final class KeySetOutputs implements Closeable {
  private final SigningRequest request;
  private final List<Ds> ds = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<AtomicOutput> outputs = new ArrayList<>();

  KeySetOutputs(SigningRequest request) {
    this.request = request;
  }

  /** Writes what goes into the files, not yet under their names. */
  void write(SignedApex apex, Warnings warnings) throws IOException {
    if (!request.keySets().writesFiles()) {
      return;
    }
    List<Dnskey> keys = request.keySets().chosen(apex.keys());
    if (keys.isEmpty()) {
      warnings.add(
          Code.NO_KEYSET,
          "no key of the zone has the SEP flag, so that no keyset- and dsset- files are written;"
              + " --genkeyset allkeys (/GenKeySet AllKeys) writes them with all keys");
      return;
    }
    for (Dnskey key : keys) {
      request.digests().stream()
          .sorted()
          .forEach(digest -> ds.add(DsDigest.of(request.zone(), key, digest)));
    }
    RecordClass recordClass = request.reading().recordClass();
    write(KeySetFile.keyset(request.zone(), recordClass, apex.dnskeyTtl(), keys));
    write(KeySetFile.dsset(request.zone(), recordClass, ds));
  }

  private void write(KeySetFile file) throws IOException {
    Path target = request.keySets().place(file);
    files.add(target);
    if (!holds(target, file.octets())) {
      AtomicOutput output = request.besides(target).open(request.input().progress().files());
      outputs.add(output);
      output.stream().write(file.octets());
    }
  }

  /** Says whether a file has its content already, as it mostly does when a zone is signed again. */
  private static boolean holds(Path file, byte[] octets) throws IOException {
    return Files.isRegularFile(file)
        && Files.isReadable(file)
        && Files.size(file) == octets.length
        && Arrays.equals(Files.readAllBytes(file), octets);
  }

  /** Gives the files their names. */
  void commit() throws IOException {
    for (AtomicOutput output : outputs) {
      output.commit();
    }
  }

  /** Returns the records of the dsset- file. */
  List<Ds> ds() {
    return ds;
  }

  /** Returns the files. */
  List<Path> files() {
    return files;
  }

  /** Removes what was not committed. */
  @Override
  public void close() throws IOException {
    Closing.all(outputs);
  }
}
