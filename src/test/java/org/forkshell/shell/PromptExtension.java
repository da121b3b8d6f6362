package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.language.Includes;
import org.forkshell.language.c.CLanguage;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.SystemClock;
import org.forkshell.process.TestClock;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A prompt without a terminal for each test, with one lab for all tests of a class. Its clock
 * stands still: what belongs together is told together, however late it comes. After each test no
 * process is left.
 */
public final class PromptExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Duration grace;
  private final List<PromptSession> sessions = new ArrayList<>();
  private Lab lab;
  private Transcript screen = new Transcript();
  private Settings settings = new Settings(Locale.ENGLISH);

  /**
   * @param grace how long a line may keep a process busy before the prompt comes back
   */
  public PromptExtension(Duration grace) {
    this.grace = grace;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    lab = Lab.start(new LabCommand(), Lab.Input.PROMPT, new SystemClock());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sessions.forEach(PromptSession::close);
    sessions.clear();
    screen = new Transcript();
    settings = new Settings(Locale.ENGLISH);
    assertThat(ProcessHandle.of(lab.zygote()).orElseThrow().descendants())
        .as("processes that are left")
        .isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    lab.close();
  }

  /** The one lab. */
  public Lab lab() {
    return lab;
  }

  /** What the test's sessions are shown on. */
  public Transcript screen() {
    return screen;
  }

  /** What the test's sessions have been set to. */
  public Settings settings() {
    return settings;
  }

  /** A session whose clock stands still. */
  public PromptSession session() {
    return session(() -> lab, TestClock.movedByHand());
  }

  /** A session for a test that needs time. */
  public PromptSession timedSession() {
    return session(() -> lab, new SystemClock());
  }

  /** A session that gets its lab from somewhere else. */
  public PromptSession session(LabSource labs, MonotonicClock clock) {
    PromptSession session =
        new PromptSession(
            labs,
            new CompilerStart(new CLanguage(), Includes.NONE),
            settings,
            new Display(screen),
            grace,
            clock);
    sessions.add(session);
    return session;
  }
}
