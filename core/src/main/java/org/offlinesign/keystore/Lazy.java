package org.offlinesign.keystore;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is found when it is first asked for; threads that ask at once find the same. */
final class Lazy<T> {
  private final Supplier<T> search;
  private volatile @Nullable T value;

  /**
   * @param search finds an equal value each time
   */
  Lazy(Supplier<T> search) {
    this.search = search;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = search.get();
      value = known;
    }
    return known;
  }
}
