package org.offlinesign.cli.harm;

import java.io.IOException;
import java.util.List;

/** A command that is killed, and what shows whether it has done its work by then. */
enum Deed {
  GENKEY("genkey --zone example --alg ecdsap256sha256 --flags KSK --friendlyname NEW") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.stored().contains("NEW");
    }
  },
  GENKEY_RSA("genkey --zone example --alg rsasha256 --length 1024 --flags ZSK --friendlyname NEW") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.stored().contains("NEW");
    }
  },
  IMPORTKEY("importkey given.pem --zone example --flags ZSK --friendlyname GIVEN") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.stored().contains("GIVEN");
    }
  },
  RECOVER("importkey --from-trash LOST") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.stored().contains("LOST") && !place.thrownAway().contains("LOST");
    }
  },
  DELETEKEY("deletekey --force SPARE") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.thrownAway().contains("SPARE") && !place.stored().contains("SPARE");
    }
  },
  SIGNZONE(
      "signzone --smart --zone example --input db --output out/db.signed --keysetdir sets"
          + " --tmpdir tmp") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.isSignedAnew();
    }
  },
  SIGNZONE_TO_STDOUT(
      "signzone --smart --zone example --input db --output - --keysetdir sets --tmpdir tmp") {
    @Override
    boolean isDone(Workplace place) {
      return false;
    }
  },
  ROLLOVER_NEXT(
      "rollover next zsk-prepublish --zone example --input db --output out/db.signed --tmpdir tmp") {
    @Override
    boolean isDone(Workplace place) throws IOException {
      return place.isSignedAnew() && place.hasLogged("step 1");
    }
  };

  private final String line;

  Deed(String line) {
    this.line = line;
  }

  List<String> arguments() {
    return List.of(line.split(" ", -1));
  }

  /** Says whether nothing is left for the same command to do. */
  abstract boolean isDone(Workplace place) throws IOException;
}
