package org.offlinesign.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.offlinesign.cli.model.ModelRecorder;

/** A step of the build: writes down what the options of all commands are. */
public final class ModelBuilder {
  private ModelBuilder() {}

  /**
   * Writes the models of all commands.
   *
   * @param arguments the folder of the compiled classes
   */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    for (CommandName name : CommandName.values()) {
      new ModelRecorder(name.newCommand()).writeTo(classes);
    }
  }
}
