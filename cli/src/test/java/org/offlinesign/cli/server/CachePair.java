package org.offlinesign.cli.server;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A cache that does not validate, and behind it a resolver that validates and remembers nothing: it
 * sees what the cache holds, of whichever version each record set is.
 */
record CachePair(String name, Resolver cache, Resolver behind) implements Validator {
  /**
   * Starts both.
   *
   * @param toTheServer the cache's way to the name server
   * @param validating how the other validates
   */
  static CachePair start(
      Servers servers,
      Path folder,
      ResolverConfiguration toTheServer,
      ResolverConfiguration validating)
      throws IOException, InterruptedException {
    Resolver cache = Resolver.start(servers, toTheServer.notValidating(), folder.resolve("cache"));
    ResolverConfiguration forgetful = validating.forgetful().forwardingTo(cache);
    Resolver behind = Resolver.start(servers, forgetful, folder.resolve("behind"));
    return new CachePair(folder.getFileName().toString(), cache, behind);
  }

  /** Has the cache hold the answer, and nothing else that it does not hold yet. */
  void hold(Question question) throws IOException {
    cache.ask(question.name(), question.type());
  }

  @Override
  public Security judge(Question question) throws IOException {
    return behind.judge(question);
  }
}
