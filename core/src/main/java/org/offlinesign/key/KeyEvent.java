package org.offlinesign.key;

import java.util.Optional;

/** The moments in the life of a key for which a time can be set (RFC 7583 §3.1, BIND's names). */
public enum KeyEvent {
  CREATED("Created"),
  /** The DNSKEY record enters the zone. */
  PUBLISH("Publish"),
  /** The key begins to sign. */
  ACTIVATE("Activate"),
  /** The key is revoked and signs the DNSKEY RRset to say so (RFC 5011). */
  REVOKE("Revoke"),
  /** The key ceases to sign. */
  INACTIVE("Inactive"),
  /** The DNSKEY record leaves the zone. */
  DELETE("Delete"),
  /** The parent was seen to publish the DS record. */
  DS_PUBLISH("DSPublish"),
  /** The parent was seen to have withdrawn the DS record. */
  DS_REMOVED("DSRemoved"),
  /** The CDS and CDNSKEY records enter the zone (RFC 7344). */
  SYNC_PUBLISH("SyncPublish"),
  /** The CDS and CDNSKEY records leave the zone. */
  SYNC_DELETE("SyncDelete");

  private final String label;

  KeyEvent(String label) {
    this.label = label;
  }

  /** Returns the name of the event in BIND's key files. */
  public String label() {
    return label;
  }

  /** Returns the event that BIND's key files have a name for. */
  public static Optional<KeyEvent> ofLabel(String label) {
    for (KeyEvent event : values()) {
      if (event.label.equalsIgnoreCase(label)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }
}
