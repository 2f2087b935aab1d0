package org.offlinesign.delegation;

import java.nio.file.Path;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * Where keyset- and dsset- files are, those of children that are read and those that a zone writes
 * itself, and what the zone's own hold.
 *
 * @param folder where all of them are
 * @param content which keys go into the zone's own
 * @param naming how names end of files that are written
 */
public record KeySetPolicy(Path folder, KeySetContent content, KeySetNaming naming) {
  /** Returns the usual choice for a folder: the zone's files are about its KSKs. */
  public static KeySetPolicy in(Path folder) {
    return new KeySetPolicy(folder, KeySetContent.KSK, KeySetNaming.WINDOWS);
  }

  /** Returns the same with other keys. */
  public KeySetPolicy with(KeySetContent keys) {
    return new KeySetPolicy(folder, keys, naming);
  }

  /** Returns the same with other ends of names. */
  public KeySetPolicy with(KeySetNaming ends) {
    return new KeySetPolicy(folder, content, ends);
  }

  /** Says whether the zone writes files of its own. */
  public boolean writesFiles() {
    return content != KeySetContent.NONE;
  }

  /** Returns the files that a zone may write. */
  public List<Path> files(DnsName zone) {
    return writesFiles() ? KeySetFile.of(zone, folder, naming) : List.of();
  }

  /** Returns where a file belongs. */
  public Path place(KeySetFile file) {
    return file.in(folder, naming);
  }

  /** Returns those keys of an apex that go into the zone's own files. */
  public List<Dnskey> chosen(List<Dnskey> apex) {
    return apex.stream().filter(content::holds).toList();
  }
}
