package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.key.CertificateFacts;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.KeyTiming.NextChange;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;

/** A key of a key store as JSON; scripts rely on the names of the fields. Times are UTC. */
final class KeyJson {
  private KeyJson() {}

  static void write(List<StoredKey> keys, Clock clock, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (StoredKey key : keys) {
      write(key, clock, json);
    }
    json.writeEndArray();
  }

  static void write(StoredKey key, Clock clock, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Optional<ZoneKey> facts = key.facts();
    if (facts.isPresent()) {
      writeFields(facts.get(), json);
    }
    Optional<String> name = key.friendlyName();
    if (name.isPresent()) {
      json.writeStringField("friendlyName", name.get());
    }
    Optional<CertificateFacts> certificate = key.certificate();
    if (certificate.isPresent()) {
      writeFields(certificate.get(), json);
    }
    json.writeStringField("state", KeyText.state(key, clock));
    Optional<NextChange> next = key.nextChange(clock.instant());
    if (next.isPresent()) {
      json.writeObjectFieldStart("nextChange");
      json.writeStringField("at", next.get().at().toString());
      json.writeStringField("state", KeyText.word(next.get().state()));
      json.writeEndObject();
    }
    Optional<Instant> recoverable = key.recoverableUntil();
    if (recoverable.isPresent()) {
      json.writeStringField("recoverableUntil", recoverable.get().toString());
    }
    json.writeObjectFieldStart("timing");
    for (Map.Entry<KeyEvent, Instant> event : key.timing().events().entrySet()) {
      Instant time = event.getValue();
      json.writeStringField(
          camelCase(event.getKey().label()),
          time.equals(KeyTiming.UNDECIDED) ? KeyText.UNDECIDED : time.toString());
    }
    json.writeEndObject();
    Optional<String> rollover = key.rollover();
    if (rollover.isPresent()) {
      json.writeStringField("rollover", rollover.get());
    }
    json.writeEndObject();
  }

  /** Writes the fields that a key has as a DNSKEY record. */
  static void writeFields(ZoneKey key, JsonGenerator json) throws IOException {
    json.writeStringField("zone", key.zone().toString());
    json.writeStringField("role", key.role().toString());
    json.writeNumberField("tag", key.keyTag());
    json.writeStringField("algorithm", key.algorithm().mnemonic());
    json.writeNumberField("algorithmNumber", key.algorithm().number());
    json.writeNumberField("bits", key.bits());
    json.writeNumberField("flags", key.dnskey().flags());
  }

  private static void writeFields(CertificateFacts facts, JsonGenerator json) throws IOException {
    json.writeStringField("serial", facts.serialHex());
    json.writeStringField("subject", facts.subject());
    json.writeStringField("issuer", facts.issuer());
    json.writeStringField("validFrom", facts.validity().from().toString());
    json.writeStringField("validTo", facts.validity().to().toString());
  }

  private static String camelCase(String label) {
    String withoutAbbreviation = label.replaceFirst("^DS", "ds");
    return withoutAbbreviation.substring(0, 1).toLowerCase(Locale.ROOT)
        + withoutAbbreviation.substring(1);
  }
}
