package org.offlinesign.delegation;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.wire.Hex;

/**
 * Trust anchors as an XML document in the format of RFC 9718 §2, which obsoletes RFC 7958: a digest
 * of each key, with the key itself where that is known.
 */
final class AnchorXml {
  // With its offset, as IANA's document has it.
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final EntryPoints anchors;
  private final AnchorOptions options;
  private final StringWriter text = new StringWriter();

  AnchorXml(EntryPoints anchors, AnchorOptions options) {
    this.anchors = anchors;
    this.options = options;
  }

  String text() {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("a document in memory can always be written", e);
    }
    return text.toString();
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("TrustAnchor");
    xml.writeAttribute("id", documentId());
    xml.writeAttribute("source", options.source());
    element(xml, 1, "Zone", anchors.zone().toString());
    for (Ds ds : anchors.ds()) {
      writeDigest(xml, ds);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
  }

  /** Returns an identifier that is the same for the same anchors; it means nothing else. */
  private String documentId() {
    String content = anchors.zone().lowerCase() + " " + anchors.ds();
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  private void writeDigest(XMLStreamWriter xml, Ds ds) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("KeyDigest");
    // An XML name begins with a letter; the rest tells digests of one document apart.
    xml.writeAttribute("id", "K" + ds.keyTag() + "-" + ds.algorithm() + "-" + ds.digestType());
    xml.writeAttribute(
        "validFrom",
        DATE_TIME.format(
            options.validFrom().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
    element(xml, 2, "KeyTag", Integer.toString(ds.keyTag()));
    element(xml, 2, "Algorithm", Integer.toString(ds.algorithm()));
    element(xml, 2, "DigestType", Integer.toString(ds.digestType()));
    element(xml, 2, "Digest", Hex.encode(ds.digest()));
    Optional<Dnskey> key = anchors.keyOf(ds);
    if (key.isPresent()) {
      element(xml, 2, "PublicKey", Base64.getEncoder().encodeToString(key.get().publicKey()));
      element(xml, 2, "Flags", Integer.toString(key.get().flags()));
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, int depth, String name, String value)
      throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
