package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.offlinesign.delegation.DsCheck;
import org.offlinesign.delegation.DsCheck.Verdict;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * What the owner of a parent zone is told of DS records.
 *
 * @param file where the records are
 * @param source what they were compared with
 */
record DsCheckReport(DsCheck check, String file, String source) {
  void print(PrintStream out) {
    for (DsCheck.Result result : check.results()) {
      Ds ds = result.ds();
      out.println(
          label(result.verdict())
              + "key tag "
              + ds.keyTag()
              + ", algorithm "
              + ds.algorithm()
              + ", digest type "
              + ds.digestType()
              + ": "
              + result.words());
    }
    for (Dnskey key : check.signersWithoutDs()) {
      out.println("  note   the key " + key.keyTag() + " signs too, and no DS record is of it");
    }
    out.println(
        file
            + (check.belongs() ? " belongs to " : " does not belong to ")
            + check.zone()
            + " as it is in "
            + source
            + (checkedSignatures() ? "" : "; signatures were not looked at"));
  }

  private static String label(Verdict verdict) {
    if (verdict == Verdict.NOT_SIGNING) {
      // Right beside a record of a key that signs, and of no use without one.
      return "  idle   ";
    }
    return verdict.isOfKey() ? "  ok     " : "  WRONG  ";
  }

  private boolean checkedSignatures() {
    return check.results().stream().noneMatch(result -> result.verdict() == Verdict.OF_A_KEY);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("zone", check.zone().toString());
    json.writeStringField("comparedWith", source);
    json.writeBooleanField("belongs", check.belongs());
    json.writeArrayFieldStart("ds");
    for (DsCheck.Result result : check.results()) {
      json.writeStartObject();
      EntryPointJson.writeFields(result.ds(), json);
      json.writeBooleanField("ofKey", result.verdict().isOfKey());
      json.writeStringField("verdict", word(result.verdict()));
      json.writeStringField("message", result.words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("signersWithoutDs");
    for (Dnskey key : check.signersWithoutDs()) {
      json.writeNumber(key.keyTag());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
