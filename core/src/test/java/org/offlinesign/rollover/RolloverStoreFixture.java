package org.offlinesign.rollover;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.rollover.RolloverStore.Crash;

/** Gives each test a store of its own, without keys. */
abstract class RolloverStoreFixture {
  @TempDir Path folder;
  RolloverStore store;

  @BeforeEach
  void openStore() throws Exception {
    store = new RolloverStore(folder);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** Does the next step, of the rollover that is under way if no method is named. */
  void execute(@Nullable RolloverMethod method, Instant now) throws Exception {
    store.execute(store.request(method, now).build(), Crash.NONE);
  }
}
