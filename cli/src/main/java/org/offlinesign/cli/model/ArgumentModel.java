package org.offlinesign.cli.model;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or parameter as its annotation describes it, but for the words of the help.
 *
 * @param field the way from the command to the field that holds the value: a.b is field b of the
 *     object in field a
 * @param names empty for a parameter
 * @param index empty for an option, and for a parameter that takes whatever comes
 * @param arity empty if it follows from the type
 * @param help whether the rest of a line with it may be incomplete
 * @param split what separates several values in a word; empty if nothing does
 * @param fallback the value of an option that is given without one; empty if there is none
 * @param type the class of the field
 * @param element the class of one value
 */
record ArgumentModel(
    String field,
    List<String> names,
    String label,
    String index,
    String arity,
    boolean required,
    boolean help,
    String split,
    String fallback,
    String type,
    String element) {
  private static final String BETWEEN = "\t";
  private static final Map<String, Class<?>> PRIMITIVES = Map.of("boolean", boolean.class);

  /** Returns a line of text that {@link #parse} understands. */
  String format() {
    return String.join(
        BETWEEN,
        field,
        String.join(" ", names),
        label,
        index,
        arity,
        Boolean.toString(required),
        Boolean.toString(help),
        split,
        fallback,
        type,
        element);
  }

  static ArgumentModel parse(String line) {
    String[] parts = line.split(BETWEEN, -1);
    return new ArgumentModel(
        parts[0],
        parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" ")),
        parts[2],
        parts[3],
        parts[4],
        Boolean.parseBoolean(parts[5]),
        Boolean.parseBoolean(parts[6]),
        parts[7],
        parts[8],
        parts[9],
        parts[10]);
  }

  /** Returns what picocli fills the field by. */
  ArgSpec spec(FieldBinding binding) {
    return names.isEmpty() ? parameter(binding) : option(binding);
  }

  private OptionSpec option(FieldBinding binding) {
    String[] all = names.toArray(new String[0]);
    OptionSpec.Builder option =
        OptionSpec.builder(all[0])
            .names(all)
            .paramLabel(label)
            .required(required)
            .help(help)
            .splitRegex(split)
            .fallbackValue(fallback)
            .type(type(type))
            .auxiliaryTypes(type(element))
            // They are for the help alone, and to find them takes longer than all of the above.
            .completionCandidates(List.of())
            .hasInitialValue(false)
            .getter(binding)
            .setter(binding);
    return (arity.isEmpty() ? option : option.arity(arity)).build();
  }

  private PositionalParamSpec parameter(FieldBinding binding) {
    PositionalParamSpec.Builder parameter =
        PositionalParamSpec.builder()
            .paramLabel(label)
            .required(required)
            .type(type(type))
            .auxiliaryTypes(type(element))
            .completionCandidates(List.of())
            .hasInitialValue(false)
            .getter(binding)
            .setter(binding);
    if (!index.isEmpty()) {
      parameter.index(index);
    }
    return (arity.isEmpty() ? parameter : parameter.arity(arity)).build();
  }

  private static Class<?> type(String name) {
    Class<?> primitive = PRIMITIVES.get(name);
    if (primitive != null) {
      return primitive;
    }
    try {
      return Class.forName(name, false, ArgumentModel.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the model of a command and its class are built together", e);
    }
  }
}
