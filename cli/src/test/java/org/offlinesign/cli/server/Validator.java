package org.offlinesign.cli.server;

import java.io.IOException;

/** Somebody who asks and validates. */
interface Validator {
  /** Returns what it makes of the answer; one with an unexpected response code is an error. */
  Security judge(Question question) throws IOException, InterruptedException;
}
