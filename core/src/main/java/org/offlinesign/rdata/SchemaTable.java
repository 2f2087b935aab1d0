package org.offlinesign.rdata;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;

/** A row for every type that IANA's registry names. */
final class SchemaTable {
  private static final int TYPES = 65536;

  private final @Nullable RdataSchema[] schemas = new RdataSchema[TYPES];

  private SchemaTable() {}

  /** Returns the schemas at the index of their type. */
  static @Nullable RdataSchema[] build() {
    SchemaTable table = new SchemaTable();
    table.names();
    table.addresses();
    table.texts();
    table.services();
    table.dnssec();
    table.keysAndDigests();
    table.places();
    table.windows();
    RecordTypeRegistry.forEach(table::opaqueUnlessKnown);
    return table.schemas;
  }

  /** Returns the schema of a type whose RDATA has no known layout. */
  static RdataSchema opaque(RecordType type) {
    return new Row(type).opaque().build();
  }

  private void opaqueUnlessKnown(int code, String mnemonic) {
    if (schemas[code] == null) {
      schemas[code] = opaque(RecordType.of(code));
    }
  }

  private void add(String mnemonic, UnaryOperator<Row> fields) {
    RecordType type =
        RecordType.parse(mnemonic)
            .orElseThrow(() -> new AssertionError("no type is called " + mnemonic));
    schemas[type.code()] = fields.apply(new Row(type)).build();
  }

  private void names() {
    add("NS", row -> row.loweredName("name server"));
    add("MD", row -> row.loweredName("mail agent"));
    add("MF", row -> row.loweredName("mail agent"));
    add("CNAME", row -> row.loweredName("target"));
    add("SOA", SchemaTable::soa);
    add("MB", row -> row.loweredName("host"));
    add("MG", row -> row.loweredName("mailbox"));
    add("MR", row -> row.loweredName("new mailbox"));
    add("PTR", row -> row.loweredName("target"));
    add("MINFO", row -> row.loweredName("responsible mailbox").loweredName("error mailbox"));
    add("MX", row -> row.u16("preference").loweredName("exchange"));
    add("RP", row -> row.loweredName("mailbox").loweredName("text name"));
    add("AFSDB", row -> row.u16("subtype").loweredName("host"));
    add("RT", row -> row.u16("preference").loweredName("host"));
    add("NSAP-PTR", row -> row.name("owner"));
    add("PX", row -> row.u16("preference").loweredName("RFC 822 name").loweredName("X.400 name"));
    add("KX", row -> row.u16("preference").loweredName("exchanger"));
    add("DNAME", row -> row.loweredName("target"));
    add("TALINK", row -> row.name("previous name").name("next name"));
    add("LP", row -> row.u16("preference").name("pointer"));
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

  private void addresses() {
    add("A", row -> row.ipv4("address"));
    add("AAAA", row -> row.ipv6("address"));
    add("A6", row -> row.special(A6Field::new));
    add("WKS", row -> row.ipv4("address").special(WksField::new));
    add("X25", row -> row.special("number", WordField::x121));
    add("ISDN", row -> row.string("number").special("subaddress", OptionalStringField::new));
    add("NSAP", row -> row.special("address", NsapField::new));
    add("ATMA", row -> row.special("address", AtmaField::new));
    add("EID", row -> row.hex("identifier", 1));
    add("NIMLOC", row -> row.hex("locator", 1));
    add("APL", row -> row.special("item", AplField::new));
    add("NID", row -> row.u16("preference").special("node", HexGroupsField::locator));
    add("L32", row -> row.u16("preference").ipv4("locator"));
    add("L64", row -> row.u16("preference").special("locator", HexGroupsField::locator));
    add("EUI48", row -> row.special("address", label -> HexGroupsField.eui(label, 6)));
    add("EUI64", row -> row.special("address", label -> HexGroupsField.eui(label, 8)));
    add("IPN", row -> row.special("node number", NodeNumberField::new));
  }

  private void texts() {
    add("HINFO", row -> row.string("CPU").string("operating system"));
    for (String type : new String[] {"TXT", "SPF", "NINFO", "AVC", "RESINFO", "WALLET", "CLA"}) {
      add(type, row -> row.strings("text"));
    }
    add("CAA", row -> row.u8("flags").special("tag", WordField::tag).text("value"));
    add("UINFO", row -> row.string("information"));
    add("UID", row -> row.u32("number"));
    add("GID", row -> row.u32("number"));
    add("DOA", SchemaTable::doa);
  }

  private static Row doa(Row row) {
    return row.u32("enterprise")
        .u32("object type")
        .u8("location")
        .string("media type")
        .base64("data", Base64Field.Empty.HYPHEN);
  }

  private void services() {
    add("SRV", row -> row.u16("priority").u16("weight").u16("port").loweredName("target"));
    add("NAPTR", SchemaTable::naptr);
    add("URI", row -> row.u16("priority").u16("weight").text("target"));
    add("SVCB", SchemaTable::svcb);
    add("HTTPS", SchemaTable::svcb);
    add(
        "DSYNC",
        row ->
            row.recordType("record type")
                .mnemonicU8("scheme", Mnemonics.DSYNC_SCHEMES)
                .u16("port")
                .name("target"));
    add("AMTRELAY", row -> row.u8("precedence").special(AmtrelayField::new));
    add("HIP", row -> row.special(HipField::new));
    add("IPSECKEY", row -> row.u8("precedence").special(IpseckeyField::new));
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

  private void dnssec() {
    add("SIG", SchemaTable::rrsig);
    add("RRSIG", SchemaTable::rrsig);
    add("NXT", row -> row.loweredName("next name").special("types", NxtBitmapField::new));
    add("NSEC", row -> row.name("next name").recordTypes("types"));
    add("NSEC3PARAM", SchemaTable::nsec3Param);
    add("NSEC3", row -> nsec3Param(row).hashedOwner("next hash").recordTypes("types"));
    add("DNSKEY", SchemaTable::dnskey);
    add("CDNSKEY", SchemaTable::dnskey);
    for (String type : new String[] {"DS", "CDS", "TA", "DLV"}) {
      add(type, SchemaTable::ds);
    }
    add("CSYNC", row -> row.u32("serial").u16("flags").recordTypes("types"));
    add("ZONEMD", SchemaTable::zonemd);
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

  private void keysAndDigests() {
    add(
        "KEY",
        row ->
            key(row)
                .base64("public key", Base64Field.Empty.LEFT_OUT)
                .rule(KeyRules::keyUnlessNone)
                .rule(KeyRules::privateAlgorithm));
    add("RKEY", row -> key(row).base64("public key").rule(KeyRules::zeroFlags));
    add(
        "CERT",
        row ->
            row.mnemonicU16("type", Mnemonics.CERTIFICATE_TYPES)
                .u16("key tag")
                .algorithm()
                .base64("certificate"));
    add(
        "SSHFP",
        row ->
            row.u8("algorithm")
                .u8("fingerprint type")
                .hex("fingerprint", 0)
                .rule(DigestLengths.SSHFP));
    add("TLSA", SchemaTable::association);
    add("SMIMEA", SchemaTable::association);
    add("DHCID", row -> row.base64("identity"));
    add("OPENPGPKEY", row -> row.base64("key"));
    add("HHIT", row -> row.base64("host identity"));
    add("BRID", row -> row.base64("broadcast identity"));
    add(
        "SINK",
        row ->
            row.u8("meaning")
                .u8("coding")
                .u8("subcoding")
                .base64("data", Base64Field.Empty.LEFT_OUT));
  }

  private static Row association(Row row) {
    return row.u8("usage").u8("selector").u8("matching type").hex("association data", 1);
  }

  private void places() {
    add("LOC", row -> row.special(LocField::new));
    add("GPOS", row -> row.string("longitude").string("latitude").string("altitude"));
  }

  private void windows() {
    add(
        "WINS",
        row -> row.special("times", WinsField::new).special("server", WinsServersField::new));
    add("WINSR", row -> row.special("times", WinsField::new).name("domain"));
  }
}
