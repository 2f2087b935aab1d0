package org.offlinesign.lint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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

  /** Returns a finding with the severity that was decided, if it is not to be ignored. */
  public Optional<Diagnostic> apply(Diagnostic found) {
    return severity(found.code(), found.severity()).map(found::as);
  }

  /** Returns how much the findings of a code matter, if they are not to be ignored. */
  public Optional<Severity> severity(LintCode code) {
    return severity(code, code.severity());
  }

  private Optional<Severity> severity(LintCode code, Severity usual) {
    Treatment treatment = decided.get(code);
    if (treatment == null) {
      return Optional.of(usual);
    }
    return switch (treatment) {
      case ERROR -> Optional.of(Severity.ERROR);
      case WARNING -> Optional.of(Severity.WARNING);
      case NOTICE -> Optional.of(Severity.NOTICE);
      case IGNORE -> Optional.empty();
    };
  }
}
