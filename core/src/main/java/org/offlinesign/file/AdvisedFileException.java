package org.offlinesign.file;

import java.nio.file.FileSystemException;

/** A file that cannot be used as it is meant; the advice says what to do about it. */
public final class AdvisedFileException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Creates an exception.
   *
   * @param file what the user calls it
   * @param reason what is wrong with it
   * @param advice what to do about it, a line of its own
   */
  public AdvisedFileException(String file, String reason, String advice) {
    super(file, null, reason);
    this.advice = advice;
  }

  /** Returns a line that says what to do. */
  public String advice() {
    return advice;
  }
}
