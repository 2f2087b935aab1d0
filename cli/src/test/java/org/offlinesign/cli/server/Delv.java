package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** BIND's delv, which asks a cache for everything and knows nothing but the root's key. */
final class Delv implements Validator {
  private final Program program = Peers.require("delv");
  private final Resolver cache;
  private final Path anchors;
  private final Path folder;

  Delv(Resolver cache, Path anchors, Path folder) {
    this.cache = cache;
    this.anchors = anchors;
    this.folder = folder;
  }

  @Override
  public Security judge(Question question) throws IOException, InterruptedException {
    return Security.ofDelv(ask(question.name(), question.type()).stdout());
  }

  /** Returns what it prints. */
  Program.Outcome ask(String name, String type) throws IOException, InterruptedException {
    String port = Integer.toString(cache.port());
    String[] line = {"@127.0.0.1", "-p", port, "-a", anchors.toString(), name + ".", type};
    return program.run(folder, line);
  }
}
