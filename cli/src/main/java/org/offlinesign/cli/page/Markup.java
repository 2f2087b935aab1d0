package org.offlinesign.cli.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.offlinesign.cli.console.Printable;

/**
 * Writes elements, attributes and text of HTML or SVG, well-formed as XML. Text may be anybody's:
 * none of it becomes markup, and none of it acts on a reader's screen.
 */
final class Markup implements Closeable {
  private final XMLStreamWriter xml;
  private final Deque<String> open = new ArrayDeque<>();

  Markup(OutputStream out) throws IOException {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** What is written inside of an element. */
  @FunctionalInterface
  interface Content {
    void write() throws IOException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }

  /** Writes the first line of a page. */
  Markup doctype() throws IOException {
    run(() -> xml.writeDTD("<!DOCTYPE html>\n"));
    return this;
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values, in turn
   */
  Markup open(String element, String... attributes) throws IOException {
    run(() -> xml.writeStartElement(element));
    for (int at = 0; at < attributes.length; at += 2) {
      attribute(attributes[at], attributes[at + 1]);
    }
    open.push(element);
    return this;
  }

  private void attribute(String name, String value) throws IOException {
    if (name.equals("xmlns")) {
      run(() -> xml.writeDefaultNamespace(value));
    } else {
      run(() -> xml.writeAttribute(name, Printable.of(value)));
    }
  }

  /** Closes the element that was opened last. */
  Markup close(String element) throws IOException {
    String last = open.pop();
    if (!last.equals(element)) {
      throw new IllegalStateException(element + " is closed but " + last + " was opened last");
    }
    run(xml::writeEndElement);
    return this;
  }

  /** Writes text; in HTML none inside of {@code script} or {@code style}. */
  Markup text(String text) throws IOException {
    run(() -> xml.writeCharacters(Printable.of(text)));
    return this;
  }

  /** Writes a style sheet, which has none of the characters that XML would escape. */
  Markup style(String sheet) throws IOException {
    if (sheet.matches("(?s).*[<>&].*")) {
      throw new IllegalArgumentException("a style sheet with characters that XML escapes");
    }
    open("style");
    run(() -> xml.writeCharacters(sheet));
    return close("style");
  }

  /** Writes an element with other content. */
  Markup element(String name, Content content, String... attributes) throws IOException {
    open(name, attributes);
    content.write();
    return close(name);
  }

  /** Writes an element with nothing but text. */
  Markup leaf(String element, String text, String... attributes) throws IOException {
    return open(element, attributes).text(text).close(element);
  }

  /** Writes an element that HTML knows to be without content. */
  Markup empty(String element, String... attributes) throws IOException {
    run(() -> xml.writeEmptyElement(element));
    for (int at = 0; at < attributes.length; at += 2) {
      attribute(attributes[at], attributes[at + 1]);
    }
    return this;
  }

  /** Begins a new line of the file. */
  Markup line() throws IOException {
    run(() -> xml.writeCharacters("\n"));
    return this;
  }

  private void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Hands on what was written; the stream stays open. */
  @Override
  public void close() throws IOException {
    run(xml::writeEndDocument);
    run(xml::close);
  }
}
