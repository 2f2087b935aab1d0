package org.offlinesign.zonefile;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;

/** Finds out which zone a file is of, where it says so itself. */
public final class SoaOwner {
  /**
   * An origin that no name has: completes relative names where the origin of a file is not known,
   * so that they can be told from absolute ones.
   */
  public static final DnsName UNKNOWN_ORIGIN = DnsName.of("\\000.");

  private SoaOwner() {}

  /**
   * Returns the owner of the first SOA record of a file; empty if there is none, or if its owner is
   * relative to an origin that the file does not state. Reads no further than that record.
   *
   * @throws ZoneFileException if there is none and the file has errors
   */
  public static Optional<DnsName> find(ZoneFileSource source, IncludePolicy includes)
      throws IOException, ZoneFileException {
    ZoneFileOptions options =
        ZoneFileOptions.builder(UNKNOWN_ORIGIN).includes(includes).defaultTtl(new Ttl(0)).build();
    Search search = new Search();
    try {
      new ZoneFileReader(options).read(source.reportingTo(new Progress()), search);
    } catch (FoundException found) {
      return Optional.ofNullable(search.owner).filter(owner -> !owner.isAtOrBelow(UNKNOWN_ORIGIN));
    }
    return Optional.empty();
  }

  private static final class Search implements RecordSink {
    private @Nullable DnsName owner;

    @Override
    public void accept(RecordBuffer record) throws IOException {
      if (record.type() == RecordType.SOA.code()) {
        owner = record.toRecord().owner();
        throw new FoundException();
      }
    }
  }

  /** Ends the reading. */
  private static final class FoundException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
