package org.offlinesign.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;

/** Gives each test a folder and somebody there whose every command goes into an audit log. */
abstract class AuditFixture {
  @TempDir Path folder;

  AuditedUser audit;
  CommandLineUser user;

  private final String log;

  AuditFixture() {
    this(AuditedUser.LOG);
  }

  /**
   * Has a log of another name.
   *
   * @param log the name
   */
  AuditFixture(String log) {
    this.log = log;
  }

  @BeforeEach
  void sitDown() throws IOException {
    audit = new AuditedUser(folder, log);
    user = audit.user();
  }

  Path log() {
    return folder.resolve(log);
  }
}
