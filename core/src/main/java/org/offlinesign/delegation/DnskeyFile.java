package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.file.FileWitness;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * The keys of a zone in a file that someone else made: a keyset- file, a {@code .key} file of BIND,
 * or the output of dig.
 *
 * @param complaints why records, or the whole file, were not used
 */
public record DnskeyFile(List<Dnskey> keys, List<String> complaints) {
  /** Copies the lists. */
  public DnskeyFile {
    keys = List.copyOf(keys);
    complaints = List.copyOf(complaints);
  }

  /** Reads the keys of a zone. */
  public static DnskeyFile read(Path file, DnsName zone) throws IOException {
    ChildKeyFile content = ChildKeyFile.read(file, zone, FileWitness.NONE);
    return new DnskeyFile(content.keys(), content.complaints());
  }
}
