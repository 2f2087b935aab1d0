package org.offlinesign.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The failure to make a file whose name nobody knows, told of the folder that it was to be in. */
final class FolderFailure {
  private FolderFailure() {}

  static FileSystemException of(FileSystemException e, Path folder) {
    String name = folder.toAbsolutePath().toString();
    FileSystemException told =
        Files.exists(folder)
            ? new FileSystemException(name, null, reason(e))
            : new NoSuchFileException(name);
    told.initCause(e);
    return told;
  }

  private static String reason(FileSystemException e) {
    return e instanceof AccessDeniedException
        ? "no permission to make a file in this folder"
        : "no file can be made in this folder"
            + (e.getReason() == null ? "" : ": " + e.getReason());
  }
}
