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
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter().withObjectIndenter(indent);
    layout.indentArraysWith(indent);
    JsonFactory factory = new JsonFactory();
    factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(layout);
      body.writeTo(json);
    }
    out.println();
  }
}
