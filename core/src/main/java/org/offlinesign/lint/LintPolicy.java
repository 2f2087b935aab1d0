package org.offlinesign.lint;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;

/** What somebody decided about the severity of findings. Immutable. */
public final class LintPolicy {
  private static final LintPolicy USUAL = new LintPolicy(Map.of());

  private final Map<LintCode, Treatment> decided;

  /** What becomes of the findings of a code. */
  public enum Treatment {
    ERROR,
    WARNING,
    NOTICE,
    /** They are neither listed nor counted. */
    IGNORE
  }

  private LintPolicy(Map<LintCode, Treatment> decided) {
    this.decided = decided;
  }

  /** Returns the policy that leaves every finding its own severity. */
  public static LintPolicy usual() {
    return USUAL;
  }

  /**
   * Returns this policy with another decision about a code.
   *
   * @throws IllegalArgumentException if the code {@linkplain LintCode#isUnreadable must be} an
   *     error
   */
  public LintPolicy with(LintCode code, Treatment treatment) {
    if (code.isUnreadable() && treatment != Treatment.ERROR) {
      throw new IllegalArgumentException(code + " cannot be " + treatment);
    }
    Map<LintCode, Treatment> changed = new EnumMap<>(LintCode.class);
    changed.putAll(decided);
    changed.put(code, treatment);
    return new LintPolicy(changed);
  }

  /** Returns a finding with the severity that was decided; null if it is to be ignored. */
  public @Nullable Diagnostic apply(Diagnostic found) {
    Treatment treatment = decided.get(found.code());
    if (treatment == null) {
      return found;
    }
    return switch (treatment) {
      case ERROR -> found.as(Severity.ERROR);
      case WARNING -> found.as(Severity.WARNING);
      case NOTICE -> found.as(Severity.NOTICE);
      case IGNORE -> null;
    };
  }
}
