package org.offlinesign.sign;

/** What the parts of a signing request must not ask for together. */
final class RequestRules {
  private RequestRules() {}

  /**
   * Checks a request.
   *
   * @throws IllegalArgumentException if parts of it contradict one another
   */
  static void check(SigningRequest request) {
    ZoneContent content = request.content();
    if (content != ZoneContent.WHOLE_ZONE && takesAway(request)) {
      throw new IllegalArgumentException(
          "DNSSEC records alone can be written only if serial, TTLs, DS and DNSKEY records are kept");
    }
    boolean staysApart =
        request.reading().standIn().isPresent() && request.input().path().isPresent();
    if (content == ZoneContent.INCLUDED && !staysApart) {
      throw new IllegalArgumentException(
          "a file to be included, but what is there in its place would be read");
    }
    if (request.dsTreatment() == RecordTreatment.NOCHANGE
        && !request.children().zones().isEmpty()) {
      throw new IllegalArgumentException("DS records of child zones, but no change of any");
    }
    boolean hasRoom = content == ZoneContent.WHOLE_ZONE && request.layout().holdsComments();
    if (request.reading().keepsComments() && !hasRoom) {
      throw new IllegalArgumentException(
          "comments are kept, but " + content + " in the layout " + request.layout() + " has none");
    }
  }

  private static boolean takesAway(SigningRequest request) {
    return request.serialPolicy() != SerialPolicy.KEEP
        || request.ttlLimits().highest() != null
        || request.dsTreatment() == RecordTreatment.REPLACE
        || request.dnskeyTreatment() == RecordTreatment.REPLACE;
  }
}
