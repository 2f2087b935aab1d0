package org.offlinesign.cli.server;

/** What a validating resolver makes of an answer (RFC 4033 §5). */
enum Security {
  SECURE,
  INSECURE,
  BOGUS;

  static Security of(Answer answer) {
    if (answer.rcode().equals("SERVFAIL")) {
      return BOGUS;
    }
    return answer.isAuthentic() ? SECURE : INSECURE;
  }

  /** Reads what delv printed; where validation fails it prints no data. */
  static Security ofDelv(String text) {
    if (text.contains("fully validated")) {
      return SECURE;
    }
    return text.contains("unsigned answer") ? INSECURE : BOGUS;
  }
}
