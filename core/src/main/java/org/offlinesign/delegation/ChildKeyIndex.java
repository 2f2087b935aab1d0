package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;

/** The names of all keyset- and dsset- files that a folder had when it was listed. Immutable. */
final class ChildKeyIndex {
  // The names below a zone follow it in canonical order.
  private final NavigableMap<CanonicalKey, Child> children = new TreeMap<>();

  private record Child(DnsName zone, List<Path> files) {}

  private ChildKeyIndex() {}

  /** Lists a folder. */
  static ChildKeyIndex of(Path folder) throws IOException {
    ChildKeyIndex index = new ChildKeyIndex();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        KeySetFileName.parse(String.valueOf(file.getFileName()))
            .ifPresent(name -> index.add(name.zone(), file));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return index;
  }

  private void add(DnsName zone, Path file) {
    children
        .computeIfAbsent(zone.canonicalKey(), unknown -> new Child(zone, new ArrayList<>()))
        .files
        .add(file);
  }

  /** Returns those of a zone and of names below it that are still there. */
  ChildKeyFiles ofZone(DnsName zone) {
    ChildKeyFiles.Builder found = ChildKeyFiles.builder();
    for (Child child : children.tailMap(zone.canonicalKey()).values()) {
      if (!child.zone.isAtOrBelow(zone)) {
        break;
      }
      child.files.forEach(file -> found.add(child.zone, file));
    }
    return found.build();
  }
}
