package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.delegation.DelegationChange;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.delegation.SignedSince;
import org.offlinesign.file.AtomicOutput;
import org.offlinesign.file.Closing;

/**
 * The dsset- files of children whose CDS records were accepted: written first, and moved to their
 * names together.
 */
final class AcceptedChildOutputs implements Closeable {
  private final SigningContext context;
  private final ChildKeyFiles present;
  private final List<Output> outputs = new ArrayList<>();

  AcceptedChildOutputs(SigningContext context, ChildKeyFiles present) {
    this.context = context;
    this.present = present;
  }

  private record Output(AtomicOutput file, Path target, SignedSince signedSince) {}

  /** Writes a file, not yet under its name. */
  void write(DelegationChange change) throws IOException {
    SignedSince signedSince = change.newlyAccepted();
    if (signedSince == null) {
      throw new IllegalArgumentException(change + " is nothing to remember");
    }
    ChildReport report = change.report();
    SigningRequest request = context.request();
    KeySetFile file =
        KeySetFile.accepted(
            report.child(), context.recordClass(), report.after(), signedSince.request());
    Path target = present.dsset(report.child()).orElseGet(() -> request.keySets().place(file));
    AtomicOutput output = request.besides(target).open(request.input().progress().files());
    outputs.add(new Output(output, target, signedSince));
    output.stream().write(file.octets());
  }

  /** Gives the files their names. */
  void commit() throws IOException {
    for (Output output : outputs) {
      output.file().commit();
      // As dnssec-cds does: to it, the age of the file is that of the oldest signature to believe,
      // those of the keys too.
      Files.setLastModifiedTime(output.target(), FileTime.from(output.signedSince().all()));
    }
  }

  /** Returns the files. */
  List<Path> files() {
    return outputs.stream().map(Output::target).toList();
  }

  /** Removes what was not committed. */
  @Override
  public void close() throws IOException {
    Closing.all(outputs.stream().map(Output::file).toList());
  }
}
