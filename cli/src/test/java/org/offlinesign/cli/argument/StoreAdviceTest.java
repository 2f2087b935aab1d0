package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.keystore.KeyStoreFileException;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/** What is said of a key store is followed by what to do, whatever it is. */
class StoreAdviceTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void theErrorIsTheErrorAloneAndWhatToDoStandsBelowIt(Reason reason) {
    KeyStoreFileException thrown = new KeyStoreFileException(reason, "the store is so");
    CommandException refusal = KeyStores.refused(thrown);
    assertThat(refusal).hasMessage("the store is so").hasCause(thrown);
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refusal.advice()).isNotEmpty().allMatch(line -> line.length() > 20);
  }
}
