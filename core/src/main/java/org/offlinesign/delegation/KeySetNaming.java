package org.offlinesign.delegation;

/** How the names of keyset- and dsset- files end. Either is read; one is written. */
public enum KeySetNaming {
  /** As Windows does: {@code dsset-example.com}. */
  WINDOWS,
  /** As BIND does: {@code dsset-example.com.}, with the final dot. */
  BIND
}
