package org.offlinesign.rdata;

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
    table.addressesAndNames();
    table.textAndServices();
    table.dnssec();
    RecordTypeRegistry.forEach(table::opaqueUnlessKnown);
    return table.schemas;
  }

  /** Returns the schema of a type whose RDATA has no known layout. */
  static RdataSchema opaque(RecordType type) {
    return new Row(type.code()).opaque().build();
  }

  private void opaqueUnlessKnown(int code, String mnemonic) {
    if (schemas[code] == null) {
      schemas[code] = opaque(RecordType.of(code));
    }
  }

  private void add(int code, java.util.function.UnaryOperator<Row> fields) {
    schemas[code] = fields.apply(new Row(code)).build();
  }

  private void addressesAndNames() {
    add(1, row -> row.ipv4("address"));
    add(2, row -> row.loweredName("name server"));
    add(3, row -> row.loweredName("mail agent"));
    add(4, row -> row.loweredName("mail agent"));
    add(5, row -> row.loweredName("target"));
    add(
        6,
        row ->
            row.loweredName("primary name server")
                .loweredName("mailbox")
                .u32("serial")
                .period("refresh")
                .period("retry")
                .period("expire")
                .period("minimum"));
    add(7, row -> row.loweredName("host"));
    add(8, row -> row.loweredName("mailbox"));
    add(9, row -> row.loweredName("new mailbox"));
    add(12, row -> row.loweredName("target"));
    add(14, row -> row.loweredName("responsible mailbox").loweredName("error mailbox"));
    add(15, row -> row.u16("preference").loweredName("exchange"));
    add(17, row -> row.loweredName("mailbox").loweredName("text name"));
    add(18, row -> row.u16("subtype").loweredName("host"));
    add(21, row -> row.u16("preference").loweredName("host"));
    add(23, row -> row.name("owner"));
    add(26, row -> row.u16("preference").loweredName("RFC 822 name").loweredName("X.400 name"));
    add(28, row -> row.ipv6("address"));
    add(33, row -> row.u16("priority").u16("weight").u16("port").loweredName("target"));
    add(36, row -> row.u16("preference").loweredName("exchanger"));
    add(38, row -> row.special(A6Field::new));
    add(39, row -> row.loweredName("target"));
    add(58, row -> row.name("previous name").name("next name"));
    add(107, row -> row.u16("preference").name("pointer"));
  }

  private void textAndServices() {
    add(13, row -> row.string("CPU").string("operating system"));
    add(16, row -> row.strings("text"));
    add(
        35,
        row ->
            row.u16("order")
                .u16("preference")
                .string("flags")
                .string("services")
                .string("regular expression")
                .loweredName("replacement"));
    add(99, row -> row.strings("text"));
    add(256, row -> row.u16("priority").u16("weight").text("target"));
  }

  private void dnssec() {
    add(24, SchemaTable::rrsig);
    add(30, row -> row.loweredName("next name").special("types", NxtBitmapField::new));
    add(43, SchemaTable::ds);
    add(46, SchemaTable::rrsig);
    add(47, row -> row.name("next name").recordTypes("types"));
    add(48, SchemaTable::dnskey);
    add(
        50,
        row ->
            row.u8("hash algorithm")
                .u8("flags")
                .u16("iterations")
                .salt("salt")
                .hashedOwner("next hash")
                .recordTypesOrNone("types"));
    add(51, row -> row.u8("hash algorithm").u8("flags").u16("iterations").salt("salt"));
    add(59, SchemaTable::ds);
    add(60, SchemaTable::dnskey);
    add(63, row -> row.u32("serial").u8("scheme").u8("hash algorithm").hex("digest", 1));
  }

  private static Row ds(Row row) {
    return row.u16("key tag").algorithm().u8("digest type").hex("digest", 1);
  }

  private static Row dnskey(Row row) {
    return row.u16("flags")
        .mnemonicU8("protocol", Mnemonics.KEY_PROTOCOLS)
        .algorithm()
        .base64("public key", 1);
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
        .base64("signature", 1);
  }
}
