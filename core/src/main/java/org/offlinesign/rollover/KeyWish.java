package org.offlinesign.rollover;

import java.util.Optional;
import org.offlinesign.key.Algorithm;

/**
 * What the new keys of a rollover are asked to be, where not as the old ones; noted when it begins,
 * so that one that is interrupted before they are made goes on without being told again.
 */
record KeyWish(Optional<Algorithm> algorithm, Optional<Integer> bits) {
  /** Returns what a request asks for. */
  static KeyWish of(RolloverRequest request) {
    return new KeyWish(request.algorithm(), request.bits());
  }

  /** Returns what {@code 8+2048} says: algorithm and length, 0 for what is not asked for. */
  static Optional<KeyWish> parse(String text) {
    if (!text.matches("\\d{1,3}\\+\\d{1,5}")) {
      return Optional.empty();
    }
    int plus = text.indexOf('+');
    int number = Integer.parseInt(text.substring(0, plus));
    int length = Integer.parseInt(text.substring(plus + 1));
    Optional<Algorithm> algorithm = Algorithm.of(number);
    return number > 0 && algorithm.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyWish(algorithm, Optional.of(length).filter(bits -> bits > 0)));
  }

  @Override
  public String toString() {
    return algorithm.map(Algorithm::number).orElse(0) + "+" + bits.orElse(0);
  }
}
