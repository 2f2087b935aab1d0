package org.offlinesign.cli.argument;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.HandOverFormat;

/** How keys of a zone are written for others, and what a file with them is called in a bundle. */
public enum HandOverForm {
  TABLE("form.txt", "the fields that the forms of registrars ask for", HandOverFormat.TABLE),
  DSSET(null, "for dnssec-signzone -g and Windows DNS servers", HandOverFormat.DSSET),
  KEYSET(null, "the keys, for dnssec-signzone and Windows DNS servers", HandOverFormat.KEYSET),
  BIND("ds.txt", "records for the parent's zone file", HandOverFormat.BIND),
  DNSKEY(
      "dnskey.txt", "the keys in full, where DS records are not asked for", HandOverFormat.DNSKEY),
  CDS("cds.txt", "for a parent that reads CDS records in the zone", HandOverFormat.CDS),
  CDNSKEY(
      "cdnskey.txt", "for a parent that reads CDNSKEY records in the zone", HandOverFormat.CDNSKEY),
  EPP("epp.xml", "the command of a registrar to the registry (RFC 5910)", HandOverFormat.EPP),
  JSON("ds.json", "for scripts", null);

  private final @Nullable String fileName;
  private final String purpose;
  private final @Nullable HandOverFormat format;

  HandOverForm(@Nullable String fileName, String purpose, @Nullable HandOverFormat format) {
    this.fileName = fileName;
    this.purpose = purpose;
    this.format = format;
  }

  /** Returns the name of the file; empty where the zone has a part in it. */
  public Optional<String> fileName() {
    return Optional.ofNullable(fileName);
  }

  /** Returns what a file is for, in a few words. */
  public String purpose() {
    return purpose;
  }

  /** Returns the format of a text; empty if it is JSON. */
  public Optional<HandOverFormat> format() {
    return Optional.ofNullable(format);
  }

  /** Says whether it holds keys in full, which must then be known. */
  public boolean needsKeys() {
    return format != null && format.needsKeys();
  }
}
