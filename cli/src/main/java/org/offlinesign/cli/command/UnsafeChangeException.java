package org.offlinesign.cli.command;

import java.util.List;
import org.offlinesign.sign.OutputRefusedException;

/** A zone that is signed rightly, but would break the chain of trust if it were published now. */
final class UnsafeChangeException extends OutputRefusedException {
  private static final long serialVersionUID = 1L;

  UnsafeChangeException(List<String> findings) {
    super(findings);
  }
}
