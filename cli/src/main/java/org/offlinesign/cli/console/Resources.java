package org.offlinesign.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.offlinesign.audit.AuditLog;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildKeySource;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.keystore.StoreMemory;
import org.offlinesign.keystore.Tokens;

/**
 * What the commands of one process share: cryptography that is looked for once, key stores that are
 * opened once, passwords that are read once, and the threads and the memory of the machine. Thread
 * safe.
 */
public final class Resources {
  private final Common common;
  private final int threads;
  private final long heapOctets;
  private final ChildKeySource childKeys;

  /** Creates what a command has that is alone in its process. */
  public Resources() {
    this(
        new Common(null),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        ChildKeyFiles::in);
  }

  private Resources(Common common, int threads, long heapOctets, ChildKeySource childKeys) {
    this.common = common;
    this.threads = threads;
    this.heapOctets = heapOctets;
    this.childKeys = childKeys;
  }

  /**
   * Returns the same for each of some commands that run at the same time.
   *
   * @param atWork how many of them work
   * @param underWay how many of them hold memory, those that wait for the disk included
   */
  public Resources sharedBy(int atWork, int underWay) {
    return new Resources(common, Math.max(1, threads / atWork), heapOctets / underWay, childKeys);
  }

  /** Returns the same with so much of the Java heap. */
  public Resources upTo(long octets) {
    return new Resources(common, threads, octets, childKeys);
  }

  /** Returns the same with another way to find the keyset- and dsset- files of children. */
  public Resources with(ChildKeySource source) {
    return new Resources(common, threads, heapOctets, source);
  }

  /** Returns the same with other cryptography than that which is here, and nothing shared yet. */
  public Resources with(CryptoProviders providers) {
    return new Resources(new Common(providers), threads, heapOctets, childKeys);
  }

  /** Returns where the keyset- and dsset- files of children are found. */
  public ChildKeySource childKeys() {
    return childKeys;
  }

  /** Returns all cryptography that is here; the first call begins to load it behind. */
  public CryptoProviders providers() {
    return common.providers();
  }

  /** Returns the cryptography that needs no native code. */
  public CryptoProviders portableProviders() {
    return common.portableProviders();
  }

  /** Returns what key stores held when they were last opened. */
  public StoreMemory storeMemory() {
    return common.stores;
  }

  /** Returns the tokens that were found. */
  public Tokens tokens() {
    return common.tokens;
  }

  /** Returns what reads the files of passwords. */
  public PasswordFiles passwordFiles() {
    return common.passwordFiles;
  }

  /**
   * Returns an audit log, for one line: it is opened once for all commands of the process, but of
   * many logs only those that were asked for last stay open.
   */
  public AuditLog auditLog(Path file) throws IOException {
    return common.auditLogs.of(file);
  }

  /** Returns what remembers the digests of small files. */
  FileDigests fileDigests() {
    return common.fileDigests;
  }

  /** Says whether a warning is new to the commands of this process; from now on it is not. */
  boolean isNew(String warning) {
    return common.warnings.add(warning);
  }

  /** Returns how many threads a command may use unless it is told a number. */
  public int threads() {
    return threads;
  }

  /** Returns how much of the Java heap is the command's. */
  public long heapOctets() {
    return heapOctets;
  }

  private static final class Common {
    private final StoreMemory stores = new StoreMemory();
    private final Tokens tokens = new Tokens();
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();
    private final PasswordFiles passwordFiles = new PasswordFiles();
    private final AuditLogs auditLogs = new AuditLogs();
    private final FileDigests fileDigests = new FileDigests();
    private @Nullable CryptoProviders providers;
    private @Nullable CryptoProviders portable;

    Common(@Nullable CryptoProviders all) {
      providers = all;
      portable = all;
    }

    synchronized CryptoProviders providers() {
      if (providers == null) {
        providers = CryptoProviders.detect().loadAhead();
      }
      return providers;
    }

    synchronized CryptoProviders portableProviders() {
      if (portable == null) {
        portable = CryptoProviders.withoutNative();
      }
      return portable;
    }
  }
}
