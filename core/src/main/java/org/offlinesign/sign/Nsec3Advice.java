package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;

/** What is to be said of the parameters of an NSEC3 chain that is made all the same. */
final class Nsec3Advice {
  private Nsec3Advice() {}

  /** Warns of parameters other than those of RFC 9276. */
  static void warn(SigningContext context) {
    if (context.request().denial() instanceof Nsec3 nsec3
        && !nsec3.parameters().equals(Nsec3Parameters.RFC_9276)) {
      context
          .warnings()
          .add(
              SigningWarning.Code.NSEC3_PARAMETERS,
              "the NSEC3 chain has "
                  + surplus(nsec3.parameters())
                  + ": that hides no name that can be guessed, costs servers and resolvers time, and"
                  + " may make resolvers treat the zone as unsigned; RFC 9276 section 3.1 asks for no"
                  + " salt and 0 iterations");
    }
  }

  private static String surplus(Nsec3Parameters parameters) {
    List<String> parts = new ArrayList<>();
    if (parameters.iterations() > 0) {
      parts.add("additional iterations (" + parameters.iterations() + ")");
    }
    if (!parameters.salt().isEmpty()) {
      parts.add("a salt (" + parameters.salt() + ")");
    }
    return String.join(" and ", parts);
  }
}
