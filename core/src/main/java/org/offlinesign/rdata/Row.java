package org.offlinesign.rdata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.offlinesign.record.RecordType;

/** A row of the schema table in the making: the fields of one type, in order. */
final class Row {
  private final RecordType type;
  private final List<Field> fields = new ArrayList<>();
  private final List<RdataRule> rules = new ArrayList<>();

  Row(RecordType type) {
    this.type = type;
  }

  String mnemonic() {
    return type.toString();
  }

  /** Returns the schema. */
  RdataSchema build() {
    return new RdataSchema(type, fields.toArray(new Field[0]), rules.toArray(new RdataRule[0]));
  }

  /** Returns what a field is called in messages. */
  private String label(String name) {
    return "the " + type + " " + name;
  }

  private Row add(Field field) {
    fields.add(field);
    return this;
  }

  Row u8(String name) {
    return add(new NumberField(label(name), 1));
  }

  Row u16(String name) {
    return add(new NumberField(label(name), 2));
  }

  Row u32(String name) {
    return add(new NumberField(label(name), 4));
  }

  Row period(String name) {
    return add(new PeriodField(label(name)));
  }

  /** A name that canonical form lowers. */
  Row loweredName(String name) {
    return add(new NameField(label(name), true));
  }

  /** A name that canonical form leaves alone. */
  Row name(String name) {
    return add(new NameField(label(name), false));
  }

  Row ipv4(String name) {
    return add(new Ipv4Field(label(name)));
  }

  Row ipv6(String name) {
    return add(new Ipv6Field(label(name)));
  }

  Row string(String name) {
    return add(new StringField(label(name)));
  }

  Row strings(String name) {
    return add(new StringsField(label(name)));
  }

  /** One string without a length octet. */
  Row text(String name) {
    return add(new TextField(label(name)));
  }

  Row hex(String name, int minimum) {
    return add(new HexField(label(name), minimum));
  }

  Row base64(String name) {
    return base64(name, Base64Field.Empty.REFUSED);
  }

  Row base64(String name, Base64Field.Empty empty) {
    return add(new Base64Field(label(name), empty));
  }

  Row recordType(String name) {
    return add(new RecordTypeField(label(name)));
  }

  Row recordTypes(String name) {
    return add(new TypeBitmapField(label(name)));
  }

  Row algorithm() {
    return add(new MnemonicField(label("algorithm"), 1, Mnemonics.ALGORITHMS));
  }

  Row mnemonicU8(String name, Mnemonics mnemonics) {
    return add(new MnemonicField(label(name), 1, mnemonics));
  }

  Row mnemonicU16(String name, Mnemonics mnemonics) {
    return add(new MnemonicField(label(name), 2, mnemonics));
  }

  Row signatureTime(String name) {
    return add(new SignatureTimeField(label(name)));
  }

  Row salt(String name) {
    return add(new SaltField(label(name)));
  }

  Row hashedOwner(String name) {
    return add(new HashedOwnerField(label(name)));
  }

  /** A field made for this type alone. */
  Row special(Function<String, Field> field) {
    return add(field.apply(type.toString()));
  }

  /** A field made for few types. */
  Row special(String name, Function<String, Field> field) {
    return add(field.apply(label(name)));
  }

  Row opaque() {
    return add(new OpaqueField(type.toString()));
  }

  Row rule(RdataRule rule) {
    rules.add(rule);
    return this;
  }
}
