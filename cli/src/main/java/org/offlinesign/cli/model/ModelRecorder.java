package org.offlinesign.cli.model;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the annotations of a command and writes them down for {@link CommandModel}. */
public final class ModelRecorder {
  private final CommandSpec spec;
  private final Class<?> type;

  /**
   * @param command whose annotations are read
   */
  public ModelRecorder(Object command) {
    this.spec = CommandSpec.forAnnotatedObject(command);
    this.type = command.getClass();
  }

  /**
   * Writes the model of the command.
   *
   * @param classes the folder of all classes; the model is written beside the command's
   */
  public void writeTo(Path classes) throws IOException {
    Path folder = classes.resolve(type.getPackageName().replace('.', '/'));
    Files.write(folder.resolve(CommandModel.fileName(type)), lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ArgSpec argument : spec.args()) {
      lines.add(model(argument, (Field) argument.userObject()).format());
    }
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Spec.class))
        .forEach(field -> lines.add(CommandModel.SPEC + field.getName()));
    return lines;
  }

  private ArgumentModel model(ArgSpec argument, Field field) {
    String path = path(spec, field);
    String className = argument.type().getName();
    String element = argument.auxiliaryTypes()[0].getName();
    Option option = field.getAnnotation(Option.class);
    if (option != null) {
      return new ArgumentModel(
          path,
          List.of(option.names()),
          argument.paramLabel(),
          "",
          option.arity(),
          option.required(),
          option.help(),
          option.split(),
          option.fallbackValue(),
          className,
          element);
    }
    Parameters parameter = field.getAnnotation(Parameters.class);
    return new ArgumentModel(
        path,
        List.of(),
        argument.paramLabel(),
        parameter.index(),
        parameter.arity(),
        argument.required(),
        false,
        parameter.split(),
        "",
        className,
        element);
  }

  private static String path(CommandSpec spec, Field field) {
    for (Map.Entry<String, CommandSpec> mixin : spec.mixins().entrySet()) {
      boolean isThere =
          mixin.getValue().args().stream()
              .anyMatch(argument -> field.equals(argument.userObject()));
      if (isThere) {
        return mixin.getKey() + "." + path(mixin.getValue(), field);
      }
    }
    return field.getName();
  }
}
