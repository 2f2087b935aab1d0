package org.offlinesign.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The schemas of what {@code --json} prints, as they are documented. */
final class JsonSchemas {
  static final Path FOLDER = Path.of("docs", "schema");

  static final String END = ".schema.json";

  private static final String BASE = "https://offlinesign.invalid/schema/1.0/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemas(JsonSchemas::text)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private JsonSchemas() {}

  /** Fails if what a line has printed is a document that its schema does not describe. */
  static void check(List<String> line, String out) {
    if (line.contains("--json") && (out.startsWith("{") || out.startsWith("["))) {
      String faults = faults(nameOf(line), out);
      if (!faults.isEmpty()) {
        throw new AssertionError(
            String.join(" ", line) + " prints what its schema does not say:\n" + faults + out);
      }
    }
  }

  /** Returns what the schema's file is called after: the words of the command. */
  static String nameOf(List<String> line) {
    return line.get(0).equals("rollover") ? line.get(0) + "-" + line.get(1) : line.get(0);
  }

  /** Returns a line for each rule of a schema that a document breaks. */
  static String faults(String name, String document) {
    return lines(schema(BASE + name + END).validate(document, InputFormat.JSON));
  }

  /** Returns a line for each thing that makes a file no schema. */
  static String faultsOfSchema(Path file) throws IOException {
    Schema metaSchema = schema(SpecificationVersion.DRAFT_2020_12.getDialectId());
    return lines(metaSchema.validate(Files.readString(file), InputFormat.JSON));
  }

  private static Schema schema(String iri) {
    return REGISTRY.getSchema(SchemaLocation.of(iri));
  }

  private static String lines(List<Error> errors) {
    return errors.stream().map(error -> error + "\n").collect(Collectors.joining());
  }

  private static String text(String iri) {
    if (!iri.startsWith(BASE)) {
      return null;
    }
    try {
      return Files.readString(FOLDER.resolve(iri.substring(BASE.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
