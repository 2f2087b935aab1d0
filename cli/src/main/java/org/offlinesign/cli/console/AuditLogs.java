package org.offlinesign.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.offlinesign.audit.AuditLog;

/**
 * The audit logs of a process, a few of which are open. There is one object for a file, for ever: a
 * second one would take the lock of the first with it when it closes the file. Thread safe.
 */
final class AuditLogs {
  private static final int MOST_OPEN = 16;
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<Path, AuditLog> known = new HashMap<>();
  private final Map<Path, AuditLog> lastUsed =
      new LinkedHashMap<>(MOST_OPEN, LOAD_FACTOR, /* accessOrder= */ true);

  /** Returns a log, which opens its file if need be; the one that was used first is closed. */
  synchronized AuditLog of(Path file) throws IOException {
    AuditLog log = known.computeIfAbsent(file, AuditLog::new);
    lastUsed.put(file, log);
    if (lastUsed.size() > MOST_OPEN) {
      Iterator<AuditLog> eldest = lastUsed.values().iterator();
      AuditLog idle = eldest.next();
      eldest.remove();
      idle.close();
    }
    return log;
  }
}
