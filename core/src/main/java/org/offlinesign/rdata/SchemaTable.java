package org.offlinesign.rdata;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;

/**
 * A row for every type whose layout is known. Each is made when it is asked for: a zone holds a few
 * types, and a process that signs a small one should not begin with all hundred.
 */
final class SchemaTable {
  private SchemaTable() {}

  /** Returns the schema of a type, unless its RDATA has no known layout. */
  static @Nullable RdataSchema known(RecordType type) {
    Row row = names(new Row(type));
    return row == null ? null : row.build();
  }

  /** Returns the schema of a type whose RDATA has no known layout. */
  static RdataSchema opaque(RecordType type) {
    return new Row(type).opaque().build();
  }

  private static @Nullable Row names(Row row) {
    return switch (row.mnemonic()) {
      case "NS" -> row.loweredName("name server");
      case "MD" -> row.loweredName("mail agent");
      case "MF" -> row.loweredName("mail agent");
      case "CNAME" -> row.loweredName("target");
      case "SOA" -> soa(row);
      case "MB" -> row.loweredName("host");
      case "MG" -> row.loweredName("mailbox");
      case "MR" -> row.loweredName("new mailbox");
      case "PTR" -> row.loweredName("target");
      case "MINFO" -> row.loweredName("responsible mailbox").loweredName("error mailbox");
      case "MX" -> row.u16("preference").loweredName("exchange");
      case "RP" -> row.loweredName("mailbox").loweredName("text name");
      case "AFSDB" -> row.u16("subtype").loweredName("host");
      case "RT" -> row.u16("preference").loweredName("host");
      case "NSAP-PTR" -> row.name("owner");
      case "PX" -> row.u16("preference").loweredName("RFC 822 name").loweredName("X.400 name");
      case "KX" -> row.u16("preference").loweredName("exchanger");
      case "DNAME" -> row.loweredName("target");
      case "TALINK" -> row.name("previous name").name("next name");
      case "LP" -> row.u16("preference").name("pointer");
      default -> addresses(row);
    };
  }

  private static Row soa(Row row) {
    return row.loweredName("primary name server")
        .loweredName("mailbox")
        .u32("serial")
        .period("refresh")
        .period("retry")
        .period("expire")
        .period("minimum");
  }

  private static @Nullable Row addresses(Row row) {
    return switch (row.mnemonic()) {
      case "A" -> row.ipv4("address");
      case "AAAA" -> row.ipv6("address");
      case "A6" -> row.special(A6Field::new);
      case "WKS" -> row.ipv4("address").special(WksField::new);
      case "X25" -> row.special("number", WordField::x121);
      case "ISDN" -> row.string("number").special("subaddress", OptionalStringField::new);
      case "NSAP" -> row.special("address", NsapField::new);
      case "ATMA" -> row.special("address", AtmaField::new);
      case "EID" -> row.hex("identifier", 1);
      case "NIMLOC" -> row.hex("locator", 1);
      case "APL" -> row.special("item", AplField::new);
      case "NID" -> row.u16("preference").special("node", HexGroupsField::locator);
      case "L32" -> row.u16("preference").ipv4("locator");
      case "L64" -> row.u16("preference").special("locator", HexGroupsField::locator);
      case "EUI48" -> row.special("address", label -> HexGroupsField.eui(label, 6));
      case "EUI64" -> row.special("address", label -> HexGroupsField.eui(label, 8));
      case "IPN" -> row.special("node number", NodeNumberField::new);
      default -> texts(row);
    };
  }

  private static @Nullable Row texts(Row row) {
    return switch (row.mnemonic()) {
      case "HINFO" -> row.string("CPU").string("operating system");
      case "TXT", "SPF", "NINFO", "AVC", "RESINFO", "WALLET", "CLA" -> row.strings("text");
      case "CAA" -> row.u8("flags").special("tag", WordField::tag).text("value");
      case "UINFO" -> row.string("information");
      case "UID" -> row.u32("number");
      case "GID" -> row.u32("number");
      case "DOA" -> doa(row);
      default -> services(row);
    };
  }

  private static Row doa(Row row) {
    return row.u32("enterprise")
        .u32("object type")
        .u8("location")
        .string("media type")
        .base64("data", Base64Field.Empty.HYPHEN);
  }

  private static @Nullable Row services(Row row) {
    return switch (row.mnemonic()) {
      case "SRV" -> row.u16("priority").u16("weight").u16("port").loweredName("target");
      case "NAPTR" -> naptr(row);
      case "URI" -> row.u16("priority").u16("weight").text("target");
      case "SVCB" -> svcb(row);
      case "HTTPS" -> svcb(row);
      case "DSYNC" ->
          row.recordType("record type")
              .mnemonicU8("scheme", Mnemonics.DSYNC_SCHEMES)
              .u16("port")
              .name("target");
      case "AMTRELAY" -> row.u8("precedence").special(AmtrelayField::new);
      case "HIP" -> row.special(HipField::new);
      case "IPSECKEY" -> row.u8("precedence").special(IpseckeyField::new);
      default -> dnssec(row);
    };
  }

  private static Row naptr(Row row) {
    return row.u16("order")
        .u16("preference")
        .string("flags")
        .string("services")
        .string("regular expression")
        .loweredName("replacement");
  }

  private static Row svcb(Row row) {
    return row.u16("priority").name("target").special("parameter", SvcParamsField::new);
  }

  private static @Nullable Row dnssec(Row row) {
    return switch (row.mnemonic()) {
      case "SIG" -> rrsig(row);
      case "RRSIG" -> rrsig(row);
      case "NXT" -> row.loweredName("next name").special("types", NxtBitmapField::new);
      case "NSEC" -> row.name("next name").recordTypes("types");
      case "NSEC3PARAM" -> nsec3Param(row);
      case "NSEC3" -> nsec3Param(row).hashedOwner("next hash").recordTypes("types");
      case "DNSKEY" -> dnskey(row);
      case "CDNSKEY" -> dnskey(row);
      case "DS", "CDS", "TA", "DLV" -> ds(row);
      case "CSYNC" -> row.u32("serial").u16("flags").recordTypes("types");
      case "ZONEMD" -> zonemd(row);
      default -> keysAndDigests(row);
    };
  }

  private static Row nsec3Param(Row row) {
    return row.u8("hash algorithm").u8("flags").u16("iterations").salt("salt");
  }

  private static Row ds(Row row) {
    return row.u16("key tag").algorithm().u8("digest type").hex("digest", 1).rule(DigestLengths.DS);
  }

  private static Row dnskey(Row row) {
    return key(row).base64("public key").rule(KeyRules::privateAlgorithm);
  }

  private static Row key(Row row) {
    return row.special("flags", KeyFlagsField::new)
        .mnemonicU8("protocol", Mnemonics.KEY_PROTOCOLS)
        .algorithm();
  }

  private static Row rrsig(Row row) {
    return row.recordType("type covered")
        .algorithm()
        .u8("label count")
        .period("original TTL")
        .signatureTime("expiration")
        .signatureTime("inception")
        .u16("key tag")
        .loweredName("signer")
        .base64("signature");
  }

  private static Row zonemd(Row row) {
    return row.u32("serial")
        .u8("scheme")
        .u8("hash algorithm")
        .hex("digest", 1)
        .rule(DigestLengths::zonemd);
  }

  private static @Nullable Row keysAndDigests(Row row) {
    return switch (row.mnemonic()) {
      case "KEY" ->
          key(row)
              .base64("public key", Base64Field.Empty.LEFT_OUT)
              .rule(KeyRules::keyUnlessNone)
              .rule(KeyRules::privateAlgorithm);
      case "RKEY" -> key(row).base64("public key").rule(KeyRules::zeroFlags);
      case "CERT" ->
          row.mnemonicU16("type", Mnemonics.CERTIFICATE_TYPES)
              .u16("key tag")
              .algorithm()
              .base64("certificate");
      case "SSHFP" ->
          row.u8("algorithm")
              .u8("fingerprint type")
              .hex("fingerprint", 0)
              .rule(DigestLengths.SSHFP);
      case "TLSA" -> association(row);
      case "SMIMEA" -> association(row);
      case "DHCID" -> row.base64("identity");
      case "OPENPGPKEY" -> row.base64("key");
      case "HHIT" -> row.base64("host identity");
      case "BRID" -> row.base64("broadcast identity");
      case "SINK" ->
          row.u8("meaning").u8("coding").u8("subcoding").base64("data", Base64Field.Empty.LEFT_OUT);
      default -> places(row);
    };
  }

  private static Row association(Row row) {
    return row.u8("usage").u8("selector").u8("matching type").hex("association data", 1);
  }

  private static @Nullable Row places(Row row) {
    return switch (row.mnemonic()) {
      case "LOC" -> row.special(LocField::new);
      case "GPOS" -> row.string("longitude").string("latitude").string("altitude");
      default -> windows(row);
    };
  }

  private static @Nullable Row windows(Row row) {
    return switch (row.mnemonic()) {
      case "WINS" -> row.special("times", WinsField::new).special("server", WinsServersField::new);
      case "WINSR" -> row.special("times", WinsField::new).name("domain");
      default -> null;
    };
  }
}
