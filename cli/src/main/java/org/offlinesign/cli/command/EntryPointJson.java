package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.KeyRole;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.wire.Hex;

/** Keys and digests of a zone as JSON; scripts rely on the names of the fields. */
final class EntryPointJson {
  private EntryPointJson() {}

  static void write(EntryPoints points, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", points.zone().toString());
    json.writeArrayFieldStart("keys");
    for (Dnskey key : points.keys()) {
      write(key, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ds");
    for (Ds ds : points.ds()) {
      write(ds, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Dnskey key, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", KeyRole.ofFlags(key.flags()).toString());
    json.writeNumberField("tag", key.keyTag());
    writeAlgorithm(key.algorithm(), json);
    json.writeNumberField("flags", key.flags());
    json.writeNumberField("protocol", key.protocol());
    json.writeStringField("publicKey", Base64.getEncoder().encodeToString(key.publicKey()));
    json.writeEndObject();
  }

  private static void write(Ds ds, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(ds, json);
    json.writeEndObject();
  }

  /** Writes a record into an object that has been begun. */
  static void writeFields(Ds ds, JsonGenerator json) throws IOException {
    json.writeNumberField("tag", ds.keyTag());
    writeAlgorithm(ds.algorithm(), json);
    json.writeNumberField("digestType", ds.digestType());
    Optional<DigestType> type = DigestType.of(ds.digestType());
    if (type.isPresent()) {
      json.writeStringField("digestName", type.get().toString());
    }
    json.writeStringField("digest", Hex.encode(ds.digest()));
  }

  private static void writeAlgorithm(int number, JsonGenerator json) throws IOException {
    Optional<Algorithm> algorithm = Algorithm.of(number);
    if (algorithm.isPresent()) {
      json.writeStringField("algorithm", algorithm.get().mnemonic());
    }
    json.writeNumberField("algorithmNumber", number);
  }
}
