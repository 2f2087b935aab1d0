package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.testing.Peers;

/**
 * Lets calls of the system fail that the packaged program makes to write files: disks that are full
 * or broken, and folders that nothing may be written into.
 */
class FileFaultIT {
  private static final Map<String, List<String>> ERRORS =
      Map.of(
          "openat", List.of("EACCES", "EROFS", "ENOSPC", "EMFILE"),
          "write", List.of("ENOSPC", "EIO"),
          "fsync", List.of("EIO"),
          "rename", List.of("EPERM", "EIO"));

  @TempDir Path folder;
  private Victim victim;

  @BeforeEach
  void makeAWorkplace() throws Exception {
    String strace = Peers.require("strace").executable().toString();
    victim = new Victim(Workplace.make(folder.resolve("model")), strace);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource(
      value = Deed.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"GENKEY_RSA", "IMPORTKEY", "RECOVER"})
  void aMessageNamesTheFileAndNothingIsLost(Deed deed) throws Exception {
    Victim.Habits habits = victim.watch(deed, folder.resolve("watched"));
    List<Fault> harms = harms(habits);
    assertThat(harms).isNotEmpty();
    List<String> faults = new ArrayList<>();
    for (Fault harm : harms) {
      for (String fault : victim.fail(deed, harm, habits, folder.resolve("place"))) {
        faults.add(harm + ": " + fault);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Returns the first call of each kind for each file that is written, one error for each. */
  private static List<Fault> harms(Victim.Habits habits) {
    List<Fault> harms = new ArrayList<>();
    for (CallTrace.Call call : habits.calls()) {
      List<String> errors = ERRORS.get(call.name());
      if (errors != null
          && call.arguments().contains(Fault.MARK)
          && !isOfLauncher(call)
          && harms.stream().noneMatch(harm -> harm.isAbout(call.name(), call.arguments()))) {
        harms.add(Fault.of(call, errors.get((harms.size() + 1) % errors.size())));
      }
    }
    return harms;
  }

  /** Says whether a thread of the shell that starts Java has made this call by then, too. */
  private static boolean isOfLauncher(CallTrace.Call call) {
    return call.name().equals("write") && call.count() == 1;
  }
}
