package org.offlinesign.key;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An implementation that is loaded when it is first asked for, because most commands need one of
 * the four there are, or none. Thread safe.
 */
final class LazyEngine {
  private final Supplier<Found> source;
  private @Nullable Found found;

  /** What a search came to: an engine, or the reason why there is none. */
  record Found(Optional<SignatureEngine> engine, String notice) {
    static Found of(SignatureEngine engine) {
      return new Found(Optional.of(engine), "");
    }

    static Found nothing(String why) {
      return new Found(Optional.empty(), why);
    }
  }

  LazyEngine(Supplier<Found> source) {
    this.source = source;
  }

  /** Returns one that is loaded already. */
  static LazyEngine of(SignatureEngine engine) {
    return new LazyEngine(() -> Found.of(engine));
  }

  /** Says whether it has been asked for before, and so is loaded. */
  synchronized boolean isLoaded() {
    return found != null;
  }

  /** Returns the engine, if it is here; whether it works, it has to show. */
  Optional<SignatureEngine> engine() {
    return found().engine;
  }

  /** Returns the engine, if it is here and its own tests found nothing wrong. */
  Optional<SignatureEngine> sound() {
    return engine().filter(engine -> engine.defect().isEmpty());
  }

  /** Returns why there is no sound engine, in words. */
  Optional<String> notice() {
    return engine().isPresent()
        ? engine().flatMap(SignatureEngine::defect)
        : Optional.of(found().notice);
  }

  private synchronized Found found() {
    if (found == null) {
      found = source.get();
    }
    return found;
  }
}
