package org.offlinesign.cli.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;

/** Writes one JSON document, indented, with a final line end. */
public final class JsonOutput {
  private JsonOutput() {}

  /** Writes the parts of a document. */
  @FunctionalInterface
  public interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Writes a document whose outermost value the body writes. */
  public static void print(PrintStream out, Body body) throws IOException {
    try (JsonGenerator json = open(out)) {
      body.writeTo(json);
    }
    out.println();
  }

  /** Starts a document that grows for a while; closing it leaves the stream open. */
  public static JsonGenerator open(PrintStream out) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter().withObjectIndenter(indent);
    layout.indentArraysWith(indent);
    JsonFactory factory = new JsonFactory();
    factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return factory.createGenerator(out).setPrettyPrinter(layout);
  }
}
