package org.offlinesign.keystore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.KeyStoreFileException.Reason;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/** What a key store will hold once keys that are being added are written. Not thread safe. */
final class Draft {
  private final Path file;
  private final Pkcs12.Content before;
  private final List<StoredKey> added = new ArrayList<>();

  Draft(Path file, Pkcs12.Content before) {
    this.file = file;
    this.before = before;
  }

  /** Returns the keys of a zone as they are published. */
  List<Dnskey> published(DnsName zone) {
    Stream<StoredKey> addedOfZone =
        added.stream().filter(key -> key.zoneAsSaid().filter(zone::equals).isPresent());
    return Stream.concat(before.index().get().ofZone(zone).stream(), addedOfZone)
        .flatMap(key -> key.facts().map(ZoneKey::dnskey).stream())
        .toList();
  }

  /** Adds a key that is not there yet. */
  void add(StoredKey key) throws KeyStoreFileException {
    Optional<StoredKey> same =
        Stream.concat(before.index().get().alike(key).stream(), added.stream())
            .filter(key::isSameKey)
            .findFirst();
    if (same.isPresent()) {
      throw new KeyStoreFileException(
          Reason.DUPLICATE, file + " holds this key already: " + same.get().describe());
    }
    added.add(key);
  }

  boolean isChanged() {
    return !added.isEmpty();
  }

  Pkcs12.Content content() {
    List<StoredKey> keys = new ArrayList<>(before.keys());
    keys.addAll(added);
    return new Pkcs12.Content(List.copyOf(keys), before.others());
  }
}
