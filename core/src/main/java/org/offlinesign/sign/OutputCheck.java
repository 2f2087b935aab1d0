package org.offlinesign.sign;

import java.io.IOException;
import org.offlinesign.file.WrittenFile;

/** Looks at a signed zone before it takes its name. */
@FunctionalInterface
public interface OutputCheck {
  /** Accepts everything. */
  OutputCheck NONE = (part, request) -> {};

  /**
   * Reads the zone, which is complete, and returns if it is good.
   *
   * @throws OutputRefusedException if it must not be used; it then gets no name
   */
  void check(WrittenFile part, SigningRequest request) throws IOException, OutputRefusedException;

  /** Says whether the check finds every signature that is not right. */
  default boolean verifiesSignatures() {
    return false;
  }

  /** Returns a check that makes this one and then another. */
  default OutputCheck and(OutputCheck next) {
    OutputCheck first = this;
    return new OutputCheck() {
      @Override
      public void check(WrittenFile part, SigningRequest request)
          throws IOException, OutputRefusedException {
        first.check(part, request);
        next.check(part, request);
      }

      @Override
      public boolean verifiesSignatures() {
        return first.verifiesSignatures() || next.verifiesSignatures();
      }
    };
  }
}
