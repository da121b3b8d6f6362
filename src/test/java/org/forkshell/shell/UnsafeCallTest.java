package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.cli.ProgramLab;
import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which calls the child of a process with threads is told of. */
class UnsafeCallTest {
  private static ProgramLab lab;

  @BeforeAll
  static void startTheLab() throws Exception {
    lab = ProgramLab.start();
  }

  @AfterAll
  static void closeTheLab() throws Exception {
    assertThat(lab.processes()).isEmpty();
    lab.close();
  }

  /** The calls told of by a program whose child, and then its parent, executes {@code text}. */
  private List<String> told(boolean threads, String text) throws Exception {
    Program program =
        ProgramLab.compile(
            """
            #include <pthread.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/mman.h>
            #include <sys/wait.h>
            #include <unistd.h>
            static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
            static void *waits(void *nothing) { pthread_mutex_lock(&held); return nothing; }
            static void work(void) { %s }
            int main(void) {
              pthread_t thread;
              pthread_mutex_lock(&held);
              if (%d) pthread_create(&thread, NULL, waits, NULL);
              pid_t child = fork();
              if (child == 0) { work(); _exit(0); }
              waitpid(child, NULL, 0);
              work();
              _exit(0);
            }
            """
                .formatted(text, threads ? 1 : 0));
    ProgramSource source = new ProgramSource(program);
    return lab.start(program).awaitEnd().events(Event.UnsafeCall.class).stream()
        .map(event -> source.call(event.origin()))
        .toList();
  }

  @Test
  void functionsOfTheLibraryThatTheSystemNeverHearsOf() throws Exception {
    assertThat(told(true, "free(malloc(8)); printf(\"x\"); getpagesize();"))
        .containsExactly("malloc", "free", "printf", "getpagesize");
  }

  @Test
  void systemCallsThatAreNotOnTheList() throws Exception {
    assertThat(told(true, "munmap(NULL, 0); getpid();")).containsExactly("munmap");
  }

  @Test
  void whatIsOnTheListIsNotTold() throws Exception {
    assertThat(told(true, "char a[9]; strcpy(a, \"x\"); write(1, a, strlen(a)); raise(0);"))
        .isEmpty();
  }

  @Test
  void eachPlaceIsToldOfOnce() throws Exception {
    assertThat(
            told(true, "for (int i = 0; i < 9; i++) { free(NULL); putchar('a'); } putchar('b');"))
        .containsExactly("free", "putchar", "putchar");
  }

  @Test
  void aProcessWithoutThreadsMayCallWhatItLikes() throws Exception {
    assertThat(told(false, "free(malloc(8)); printf(\"x\");")).isEmpty();
  }

  @Test
  void theLastThreadOfAProcessIsAloneThoughItWasNotTheFirst() throws Exception {
    Program program =
        ProgramLab.compile(
            """
            #include <pthread.h>
            #include <signal.h>
            #include <stdlib.h>
            #include <sys/wait.h>
            #include <unistd.h>
            static pthread_t first;
            static void *forks(void *nothing) {
              pthread_join(first, NULL);
              if (fork() == 0) { free(malloc(1)); _exit(0); }
              wait(NULL);
              _exit(0);
            }
            int main(void) {
              pthread_t thread;
              first = pthread_self();
              pthread_create(&thread, NULL, forks, NULL);
              pthread_exit(NULL);
            }
            """);
    assertThat(lab.start(program).awaitEnd().events(Event.UnsafeCall.class)).isEmpty();
  }

  @Test
  void theChildrenOfSuchAChildAreNoBetterOff() throws Exception {
    // A child of the child, and then one of the parent.
    assertThat(told(true, "if (fork() == 0) { free(NULL); _exit(0); } wait(NULL);"))
        .containsExactly("free", "free");
  }
}
