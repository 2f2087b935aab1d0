package org.offlinesign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.cli.command.SignZoneCommand;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.model.CommandModel;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The model that the build writes down says the same as the annotations. */
class CommandModelTest {
  // What only the help shows, how the annotations are reached, and what the field holds at first.
  private static final Set<String> NOT_RECORDED =
      Set.of(
          "description",
          "descriptionKey",
          "defaultValueString",
          "toString",
          "prompt",
          "renderedDescription",
          "userObject",
          "getter",
          "setter",
          "scope",
          "command",
          "root",
          "typeInfo",
          "completionCandidates",
          "initialValue",
          "hasInitialValue",
          "getValue",
          "toBuilder",
          "preprocessor",
          "hashCode",
          "getClass",
          "notify",
          "notifyAll",
          "wait");

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void everyOptionAndParameterIsReadAsItsAnnotationAsks(CommandName name) throws Exception {
    CommandSpec expected = new CommandLine(name.newCommand()).getCommandSpec();
    CommandSpec recorded = recorded(name.newCommand()).parser().getCommandSpec();
    assertThat(recorded.args()).hasSameSizeAs(expected.args());
    for (int i = 0; i < expected.args().size(); i++) {
      assertThat(properties(recorded.args().get(i)))
          .containsExactlyEntriesOf(properties(expected.args().get(i)));
    }
    assertThat(recorded.requiredArgs()).hasSameSizeAs(expected.requiredArgs());
    assertThat(expected.argGroups()).isEmpty();
    assertThat(expected.unmatchedArgsBindings()).isEmpty();
    assertThat(expected.subcommands()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CommandName.class)
  void everyValueGoesIntoTheFieldThatIsAnnotated(CommandName name) throws Exception {
    Subcommand command = name.newCommand();
    List<ArgSpec> annotated = new CommandLine(command).getCommandSpec().args();
    List<ArgSpec> recorded = recorded(command).parser().getCommandSpec().args();
    for (int i = 0; i < annotated.size(); i++) {
      Field field = (Field) annotated.get(i).userObject();
      Object value = field.getType() == boolean.class ? Boolean.TRUE : null;
      recorded.get(i).setter().set(value);
      assertThat(annotated.get(i).<Object>getValue()).as(field.toString()).isEqualTo(value);
    }
  }

  @Test
  void aLineForgetsWhatTheLineBeforeHasSaid() {
    SignZoneCommand command = new SignZoneCommand();
    CommandParser parser = new CommandParser(CommandName.SIGNZONE, command, Clock.systemUTC());
    List<String> line = List.of("--input", "a", "--output", "b", "--zone", "example.");
    parser.parse(Stream.concat(line.stream(), Stream.of("--quiet", "--signkey", "k")).toList());
    assertThat(command.isQuiet()).isTrue();
    parser.parse(line);
    assertThat(command.isQuiet()).isFalse();
  }

  private static CommandModel recorded(Subcommand command) {
    Optional<CommandModel> model = CommandModel.of(command);
    assertThat(model).as("written by the build").isPresent();
    return model.get();
  }

  private static Map<String, String> properties(ArgSpec argument) throws Exception {
    Map<String, String> properties = new TreeMap<>();
    for (Method method : argument.getClass().getMethods()) {
      if (method.getParameterCount() == 0 && !NOT_RECORDED.contains(method.getName())) {
        properties.put(method.getName(), text(method.invoke(argument)));
      }
    }
    return properties;
  }

  private static String text(Object value) {
    return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
  }
}
