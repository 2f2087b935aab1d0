package org.offlinesign.delegation;

import java.io.StringWriter;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.wire.Hex;

/**
 * The EPP command by which a registrar puts DS records in place of all that a domain has (RFC 5910
 * §5.2.5), each with its key where that is known.
 */
final class EppUpdate {
  private static final String EPP = "urn:ietf:params:xml:ns:epp-1.0";
  private static final String DOMAIN = "urn:ietf:params:xml:ns:domain-1.0";
  private static final String SEC_DNS = "urn:ietf:params:xml:ns:secDNS-1.1";
  private static final String PREFIX = "secDNS";

  private final EntryPoints points;
  private final StringWriter text = new StringWriter();
  private int depth;

  EppUpdate(EntryPoints points) {
    this.points = points;
  }

  String text() {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("a document in memory can always be written", e);
    }
    return text + "\n";
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.setDefaultNamespace(EPP);
    xml.setPrefix("domain", DOMAIN);
    xml.setPrefix(PREFIX, SEC_DNS);
    start(xml, EPP, "epp");
    xml.writeDefaultNamespace(EPP);
    start(xml, EPP, "command");
    start(xml, EPP, "update");
    start(xml, DOMAIN, "update");
    xml.writeNamespace("domain", DOMAIN);
    element(xml, DOMAIN, "name", domain(points.zone()));
    end(xml);
    end(xml);
    start(xml, EPP, "extension");
    writeRecords(xml);
    end(xml);
    end(xml);
    end(xml);
  }

  private void writeRecords(XMLStreamWriter xml) throws XMLStreamException {
    start(xml, SEC_DNS, "update");
    xml.writeNamespace(PREFIX, SEC_DNS);
    start(xml, SEC_DNS, "rem");
    element(xml, SEC_DNS, "all", "true");
    end(xml);
    start(xml, SEC_DNS, "add");
    for (Ds ds : points.ds()) {
      write(xml, ds);
    }
    end(xml);
    end(xml);
  }

  private void write(XMLStreamWriter xml, Ds ds) throws XMLStreamException {
    start(xml, SEC_DNS, "dsData");
    element(xml, SEC_DNS, "keyTag", Integer.toString(ds.keyTag()));
    element(xml, SEC_DNS, "alg", Integer.toString(ds.algorithm()));
    element(xml, SEC_DNS, "digestType", Integer.toString(ds.digestType()));
    element(xml, SEC_DNS, "digest", Hex.encode(ds.digest()));
    Optional<Dnskey> key = points.keyOf(ds);
    if (key.isPresent()) {
      start(xml, SEC_DNS, "keyData");
      element(xml, SEC_DNS, "flags", Integer.toString(key.get().flags()));
      element(xml, SEC_DNS, "protocol", Integer.toString(key.get().protocol()));
      element(xml, SEC_DNS, "alg", Integer.toString(key.get().algorithm()));
      element(xml, SEC_DNS, "pubKey", Base64.getEncoder().encodeToString(key.get().publicKey()));
      end(xml);
    }
    end(xml);
  }

  /** RFC 5731 §2.1: names of domains have no final dot. */
  private static String domain(DnsName zone) {
    String name = zone.toString();
    return zone.isRoot() ? name : name.substring(0, name.length() - 1);
  }

  private void start(XMLStreamWriter xml, String namespace, String name) throws XMLStreamException {
    newLine(xml);
    xml.writeStartElement(namespace, name);
    depth++;
  }

  private void end(XMLStreamWriter xml) throws XMLStreamException {
    depth--;
    newLine(xml);
    xml.writeEndElement();
  }

  private void element(XMLStreamWriter xml, String namespace, String name, String value)
      throws XMLStreamException {
    newLine(xml);
    xml.writeStartElement(namespace, name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void newLine(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
