package org.offlinesign.cli.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a world and servers of its own; the keys are made once for a class of tests. */
abstract class WorldFixture {
  /** What signs in most worlds at first. */
  static final String OLD = "--signkey KSK1 --signkey ZSK1";

  // A static folder would be one for all classes, which may run at the same time.
  private static final Map<Class<?>, Path> KEYS = new ConcurrentHashMap<>();

  @RegisterExtension final Servers servers = new Servers();
  @TempDir Path folder;

  World world;

  @BeforeAll
  static void makeTheKeys(TestInfo test, @TempDir Path keys) throws Exception {
    World.makeKeys(keys);
    KEYS.put(test.getTestClass().orElseThrow(), keys);
  }

  @BeforeEach
  void begin() throws Exception {
    world = new World(servers, folder, Objects.requireNonNull(KEYS.get(getClass())));
  }

  @AfterEach
  void end() throws Exception {
    world.end();
  }
}
