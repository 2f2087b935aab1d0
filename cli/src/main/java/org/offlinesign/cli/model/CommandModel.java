package org.offlinesign.cli.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options and parameters of one command, bound to its fields. They are taken from what {@link
 * ModelRecorder} has written; annotations are not read, and there is nothing for a help text.
 */
public final class CommandModel {
  static final String SPEC = "@Spec ";

  private final CommandSpec spec;
  private final List<FieldBinding> bindings = new ArrayList<>();

  private CommandModel(Object command, String[] lines) {
    spec = CommandSpec.wrapWithoutInspection(command, new ListFactory());
    for (String line : lines) {
      add(command, line);
    }
  }

  private void add(Object command, String line) {
    if (line.startsWith(SPEC)) {
      new FieldBinding(command, line.substring(SPEC.length())).set(spec);
      return;
    }
    ArgumentModel model = ArgumentModel.parse(line);
    FieldBinding binding = new FieldBinding(command, model.field());
    bindings.add(binding);
    spec.add(model.spec(binding));
  }

  /** Returns the name of the file with the model of a command, beside its class. */
  static String fileName(Class<?> command) {
    return command.getSimpleName() + ".options";
  }

  /** Returns the model of a command; there is none where the program was not built by its build. */
  public static Optional<CommandModel> of(Object command) {
    Class<?> type = command.getClass();
    try (@Nullable InputStream record = type.getResourceAsStream(fileName(type))) {
      if (record == null) {
        return Optional.empty();
      }
      String text = new String(record.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new CommandModel(command, text.split("\n")));
    } catch (IOException e) {
      throw new AssertionError("the program's own jar cannot be read", e);
    }
  }

  /** Returns a parser that fills the fields of the command. */
  public CommandLine parser() {
    return new CommandLine(spec, new ListFactory());
  }

  /** Gives all fields the values that they had before anything was parsed. */
  public void reset() {
    // No lambda: it would keep the class, and whatever implements the same interfaces of picocli,
    // out of the class data archive.
    for (FieldBinding binding : bindings) {
      binding.reset();
    }
  }

  /**
   * Makes lists for options that are given several times, which is all that a recorded model needs.
   * The usual factory looks for a class of another language first, and for that through every jar.
   */
  private static final class ListFactory implements IFactory {
    @Override
    public <K> K create(Class<K> type) {
      if (type == List.class) {
        return type.cast(new ArrayList<>());
      }
      throw new AssertionError("no field of a command is to hold a " + type);
    }
  }
}
