package org.offlinesign.cli.batch;

/** A line of a batch that can be run, with what is known of it. */
record BatchStep(BatchLine line, LineFacts facts) {
  /** Returns the command and its zone: {@code signzone example.com}. */
  String title() {
    return facts.zone().map(zone -> facts.command() + " " + zone).orElse(facts.command());
  }
}
