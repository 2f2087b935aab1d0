package org.offlinesign.cli.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The servers of a test, or of a class of tests when it is a static field. They are stopped when
 * the test is over, whatever became of it; a failure shows what they said.
 */
final class Servers
    implements BeforeAllCallback,
        AfterAllCallback,
        AfterEachCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  private final Deque<ServerProcess> running = new ArrayDeque<>();
  private boolean isOfClass;

  /** Keeps an eye on a server from now on. */
  synchronized ServerProcess add(ServerProcess server) {
    running.push(server);
    return server;
  }

  /** Stops a server before the test is over. */
  synchronized void stop(ServerProcess server) {
    running.remove(server);
    server.close();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    isOfClass = true;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!isOfClass) {
      stopAll();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stopAll();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLogs(failure);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLogs(failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw withLogs(failure);
  }

  private synchronized Throwable withLogs(Throwable failure) {
    if (!running.isEmpty()) {
      failure.addSuppressed(
          new AssertionError(
              running.stream()
                  .map(ServerProcess::log)
                  .collect(Collectors.joining("\n", "what the servers said\n", ""))));
    }
    return failure;
  }

  private synchronized void stopAll() {
    if (running.isEmpty()) {
      return;
    }
    try {
      running.pop().close();
    } finally {
      stopAll();
    }
  }
}
