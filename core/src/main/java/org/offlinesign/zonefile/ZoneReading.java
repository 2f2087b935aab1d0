package org.offlinesign.zonefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.file.TargetPath;
import org.offlinesign.name.DnsName;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.rdata.RdataSyntaxException;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;

/** One reading of a zone: what the files of the zone have in common. */
final class ZoneReading {
  private static final int BLOCK = 256 << 10;
  private static final Path DEVICES = Path.of("/dev");
  private static final Path KERNEL = Path.of("/proc");

  private final ZoneFileOptions options;
  private final RecordSink sink;
  private final Findings findings;
  private final CommentCollector comments;
  private final TtlRules ttls = new TtlRules();
  private final RecordParser parser;
  private final Directives directives;
  private final RecordBuffer record = new RecordBuffer();
  private final List<String> files = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();
  private final Deque<Path> open = new ArrayDeque<>();

  private Optional<Path> zoneFile = Optional.empty();
  private Progress progress = new Progress();
  private Owner owner = Owner.NONE_YET;
  private boolean originChanged;
  private boolean ownerDoubtful;
  private boolean ownerLost;
  private int standIns;
  private long records;
  private long octetsAgain;
  private long winsRecords;

  /** What is known of the last owner. */
  private enum Owner {
    NONE_YET,
    KNOWN,
    FAULTY
  }

  ZoneReading(ZoneFileOptions options, RecordSink sink) {
    this.options = options;
    this.sink = sink;
    this.findings = new Findings(options.maxErrors());
    this.comments = new CommentCollector(options);
    this.parser = new RecordParser(options, ttls, findings);
    this.directives = new Directives(this, options, parser, ttls);
    if (options.defaultTtl() != null) {
      ttls.common(options.defaultTtl().seconds());
    }
  }

  /** Reads a zone; errors in the text are thrown at the end. */
  ZoneFileSummary read(ZoneFileSource source) throws IOException, ZoneFileException {
    readWhole(source);
    return summary(findings.close());
  }

  /** Reads what can be read of a zone; errors in the text are among the notices. */
  ZoneFileSummary readGoodRecords(ZoneFileSource source) throws IOException {
    try {
      readWhole(source);
    } catch (ZoneFileException e) {
      return summary(e.diagnostics());
    }
    return summary(findings.all());
  }

  private ZoneFileSummary summary(List<Diagnostic> notices) {
    return new ZoneFileSummary(files, standIns, records, comments.rest(), notices);
  }

  private void readWhole(ZoneFileSource source) throws IOException, ZoneFileException {
    progress = source.progress();
    zoneFile = inFolder(source.path().orElse(null));
    source.enterStage();
    try {
      readFile(source, source.open(), options.origin());
      if (standIns == 0) {
        readStandIn(options.origin());
      }
    } finally {
      progress.count(Quantity.RECORDS, records);
      progress.leave();
    }
    if (winsRecords > 0) {
      findings.once(
          new Spot(Place.of(source.name()), Excerpt.NONE),
          LintCode.WINS,
          winsRecords + " WINS and WINSR records were left out: only Windows servers know them");
    }
    comments.tell(findings);
  }

  /** Reads a file that another one includes. */
  void readIncluded(Path path, DnsName origin) throws IOException, ZoneFileException {
    progress.files().includes(path);
    ZoneFileSource source = ZoneFileSource.of(path).reportingTo(progress);
    int ttl = ttls.ofFile();
    readFile(source, source.open(), origin);
    ttls.leaveFile(ttl);
  }

  /** Reads what is in the place of an included file that is being made anew. */
  void readInPlaceOfIncluded(DnsName origin) throws Fault, IOException, ZoneFileException {
    if (records == 0) {
      throw new Fault(
          LintCode.INCLUDE,
          "expected the SOA record before its signature; put this line at the end of the zone file");
    }
    standIns++;
    readStandIn(origin);
    ownerLost = true;
  }

  private void readStandIn(DnsName origin) throws IOException, ZoneFileException {
    Optional<ZoneFileSource> source =
        options.standIn().flatMap(standIn -> standIn.source(progress));
    if (source.isPresent()) {
      readFile(source.get(), source.get().open(), origin);
    }
  }

  /** Reads a file to its end; the owner and the origin of the file before are then as they were. */
  private void readFile(ZoneFileSource source, InputStream stream, DnsName origin)
      throws IOException, ZoneFileException {
    WindowsTraits traits = new WindowsTraits(source.name(), options.escapes(), findings, comments);
    try (InputStream in = stream) {
      FieldScanner scanner = new FieldScanner(new InputBlock(in, BLOCK), options.escapes(), traits);
      scanner.setOrigin(origin);
      Path path = source.path().orElse(null);
      MasterFile file = new MasterFile(source.name(), files.size(), path, scanner, traits);
      files.add(source.name());
      byte[] ownerBefore = record.owner().toByteArray();
      Owner stateBefore = owner;
      enter(path);
      readRecords(file);
      leave(path);
      ownerDoubtful |= !Arrays.equals(ownerBefore, record.owner().toByteArray());
      record.owner().clear();
      record.owner().bytes(ownerBefore);
      owner = stateBefore;
      traits.warnOfEscapes();
    } catch (UncheckedIOException e) {
      throw new IOException("cannot read " + source.name() + ": " + e.getMessage(), e);
    }
  }

  private void enter(@Nullable Path path) throws IOException {
    if (path != null) {
      Path identity = identity(path);
      open.push(identity);
      known.add(identity);
    }
  }

  /**
   * Returns how many octets will have been read again, of files that had been read before, once one
   * more file has been.
   */
  long octetsAgainWith(Path path) throws IOException {
    octetsAgain += known.contains(identity(path)) ? Files.size(path) : 0;
    return octetsAgain;
  }

  private void leave(@Nullable Path path) {
    if (path != null) {
      open.pop();
    }
  }

  /** Returns where a directive in a file stands. */
  IncludePolicy.Includer includer(MasterFile file) throws IOException {
    return new IncludePolicy.Includer(inFolder(file.path()), zoneFile, options.standIn());
  }

  /**
   * Returns a path unless it leads to a pipe or is a name of a descriptor: these have no folder.
   */
  private static Optional<Path> inFolder(@Nullable Path path) throws IOException {
    if (path == null || !Files.isRegularFile(path)) {
      return Optional.empty();
    }
    Path folder = TargetPath.inRealFolder(path).getParent();
    boolean isDescriptor = DEVICES.equals(folder) || (folder != null && folder.startsWith(KERNEL));
    return isDescriptor ? Optional.empty() : Optional.of(path);
  }

  /** Says whether a file is among those that include the one being read, or is that one. */
  boolean isOpen(Path path) throws IOException {
    return open.contains(identity(path));
  }

  private static Path identity(Path path) throws IOException {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException leadsToAPipe) {
      // The file is there, but what /dev/stdin leads to may have no other name.
      return path.toAbsolutePath().normalize();
    }
  }

  /** Returns how many files have been opened so far, one for each time that it was included. */
  int fileCount() {
    return files.size();
  }

  /** Returns how many files are being read, one within the other. */
  int depth() {
    return open.size();
  }

  private void readRecords(MasterFile file) throws IOException, ZoneFileException {
    if (!ByteOrderMark.skip(file, findings)) {
      return;
    }
    try {
      readEntries(file);
    } catch (NoRecordException e) {
      throw findings.last(file.scanner().place(file.name()), String.valueOf(e.getMessage()));
    }
  }

  private void readEntries(MasterFile file) throws IOException, ZoneFileException {
    FieldScanner scanner = file.scanner();
    while (true) {
      try {
        comments.beginEntry();
        if (!scanner.startRecord()) {
          return;
        }
        readEntry(file);
      } catch (Fault e) {
        report(file, e);
      } catch (RdataSyntaxException e) {
        report(file, new Fault(LintCode.SYNTAX, String.valueOf(e.getMessage()), e.offset()));
      } catch (RecordTooLongException e) {
        report(file, new Fault(LintCode.SYNTAX, String.valueOf(e.getMessage())));
      }
    }
  }

  private void report(MasterFile file, Fault fault) throws ZoneFileException {
    findings.error(file.spot(fault.offset()), fault.code(), fault.getMessage());
    comments.forget();
    Resynchronizer.run(file.scanner());
  }

  private void readEntry(MasterFile file)
      throws Fault, RdataSyntaxException, IOException, ZoneFileException {
    FieldScanner scanner = file.scanner();
    if (scanner.blankOwner()) {
      inheritOwner(file);
    } else if (!scanner.quoted() && scanner.text()[scanner.start()] == '$') {
      directives.run(file);
      return;
    }
    record.setPlace(file.index(), scanner.fieldLine(), scanner.fieldColumn());
    if (!scanner.blankOwner()) {
      readOwner(scanner);
    }
    if (!parser.rest(file, record)) {
      winsRecords++;
      comments.forget();
    } else if (owner != Owner.FAULTY) {
      handOn(record);
    }
    scanner.noteRecord();
  }

  private void inheritOwner(MasterFile file) throws Fault {
    if (owner == Owner.NONE_YET) {
      throw new Fault(LintCode.OWNER, "expected an owner, because no record came before");
    }
    if (ownerLost) {
      throw new Fault(
          LintCode.OWNER,
          "expected an owner, because name servers differ about that of a record behind an included"
              + " file; name it, or put the $INCLUDE of the DNSSEC records at the end");
    }
    if (ownerDoubtful) {
      ownerDoubtful = false;
      findings.once(
          file.spot(),
          LintCode.INCLUDED_OWNER,
          "this record has the owner of the record before the $INCLUDE, but some name servers give"
              + " it that of the last record in the included file; state its owner");
    }
    if (originChanged) {
      originChanged = false;
      findings.once(
          file.spot(),
          LintCode.INHERITED_OWNER,
          "this record has the owner of the record before, not the $ORIGIN between them");
    }
  }

  private void readOwner(FieldScanner scanner) throws Fault, RdataSyntaxException {
    owner = Owner.FAULTY;
    originChanged = false;
    ownerDoubtful = false;
    ownerLost = false;
    parser.owner(scanner, record);
    owner = Owner.KNOWN;
    if (!scanner.advance()) {
      throw new Fault(LintCode.SYNTAX, "expected a TTL, class or type but the record ends");
    }
  }

  /** Takes note that relative names have another origin from here on. */
  void originChanged() {
    originChanged = true;
  }

  Findings findings() {
    return findings;
  }

  /** Hands a record to the sink, with the comments that belong to it. */
  void handOn(RecordBuffer complete) throws IOException {
    records++;
    comments.moveTo(complete.comments());
    sink.accept(complete);
  }
}
