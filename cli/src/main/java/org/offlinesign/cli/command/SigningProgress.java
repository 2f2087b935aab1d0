package org.offlinesign.cli.command;

import java.io.Closeable;
import org.offlinesign.sign.SigningListener;
import org.offlinesign.sign.SigningStage;

/** Shows how far a signing has come. */
final class SigningProgress implements SigningListener, Closeable {
  private final WorkProgress progress;

  SigningProgress(WorkProgress progress) {
    this.progress = progress;
  }

  @Override
  public void started(SigningStage stage) {
    progress.enter(
        switch (stage) {
          case READ -> "Reading";
          case SIGN -> "Signing";
          case CHAIN -> "Chaining";
          case DIGEST -> "Digesting";
          case VERIFY -> "Verifying";
          case FINISH -> "Finishing";
        });
  }

  @Override
  public void advanced(long done, long total) {
    progress.advance(done, total);
  }

  @Override
  public void close() {
    progress.close();
  }
}
