package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.forkshell.execution.AnyProcess;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.language.c.CLanguage;
import org.forkshell.process.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Why does it hang? The kernel is asked, of real processes that do. */
@Timeout(120)
class KernelWaitsTest {
  private static Lab lab;
  private static final Language LANGUAGE = new CLanguage();

  @TempDir private Path folder;

  private final Transcript screen = new Transcript();
  private final Settings settings = new Settings(Locale.ENGLISH);
  private final List<Integer> pids = new ArrayList<>();
  private final PromptSession session =
      new PromptSession(
          () -> lab,
          new CompilerStart(LANGUAGE, Includes.NONE),
          settings,
          new Display(screen),
          Duration.ofSeconds(20),
          new SystemClock());

  @BeforeAll
  static void startTheLab() throws IOException {
    lab = Lab.start(new LabCommand(null, false), Lab.Input.PROMPT, new SystemClock());
  }

  @AfterAll
  static void closeTheLab() {
    lab.close();
  }

  @AfterEach
  void noProcessIsLeft() {
    Family family = session.family();
    if (family != null) {
      family.tree().entries().forEach(entry -> pids.add(entry.pid()));
    }
    session.close();
    for (int pid : pids) {
      assertThat(AnyProcess.status(pid)).as("process %s", pid).isEmpty();
    }
  }

  /** What is on the screen after the last of the lines. */
  private String after(String... lines) throws IOException, InterruptedException {
    for (String line : lines) {
      screen.clear();
      session.enter(line);
    }
    return String.join("\n", screen.lines());
  }

  private String doing(String name) {
    Family family = Objects.requireNonNull(session.family());
    return family.tree().entries().stream()
        .filter(entry -> entry.name().toString().equals(name))
        .map(entry -> String.valueOf(family.kernelWait(entry.pid())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readerIsToldWhoCouldWrite() throws Exception {
    assertThat(after("int p[2]; pipe(p)", "char c", "fork", "@P.1 read(p[0], &c, 1)"))
        .contains(
            "waits for bytes on descriptor 3, a pipe whose write end is open in P (4), P.1 (4)");

    assertThat(after("@P close(p[1])"))
        .contains("whose write end it still has open itself: descriptor 4");
    assertThat(doing("P.1")).contains("reason=data, subject=3");
  }

  @Test
  void writerToAFullPipeIsNoticedThoughItCannotTell() throws Exception {
    assertThat(after("int p[2]; pipe(p)", "char big[70000]", "write(p[1], big, 70000)"))
        .contains(
            "waits for room in the full pipe, descriptor 4, which nobody but itself could read");
  }

  @Test
  void writerWaitsForItsReader() throws Exception {
    assertThat(
            after(
                "int p[2]; pipe(p)",
                "char big[70000]",
                "fork",
                "close($2 == 0 ? p[1] : p[0])",
                "@P write(p[1], big, 70000)"))
        .contains(
            "waits for room in the full pipe, descriptor 4, whose read end is open in P.1 (3)");
  }

  @Test
  void holderOfALockIsNamed() throws Exception {
    String file = folder.resolve("lock").toString();
    assertThat(
            after(
                "#include <sys/file.h>",
                "#include <fcntl.h>",
                "fork",
                "int fd = open(\"" + file + "\", O_CREAT | O_RDWR, 0600)",
                "@P flock(fd, LOCK_EX)",
                "@P.1 flock(fd, LOCK_EX)"))
        .contains("waits for the lock on ")
        .contains("/lock, which P holds");
  }

  @Test
  void holderOfARecordLockIsNamed() throws Exception {
    String file = folder.resolve("records").toString();
    assertThat(
            after(
                "#include <fcntl.h>",
                "int fd = open(\"" + file + "\", O_CREAT | O_RDWR, 0600)",
                "struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET}",
                "fork",
                "@P fcntl(fd, F_SETLKW, &all)",
                "@P.1 fcntl(fd, F_SETLKW, &all)"))
        .contains("waits for the lock of a part of ")
        .contains("/records, which P holds");
  }

  @Test
  void namedPipeWaitsForItsOtherEnd() throws Exception {
    String file = folder.resolve("fifo").toString();
    assertThat(
            after(
                "#include <fcntl.h>",
                "#include <sys/stat.h>",
                "mkfifo(\"" + file + "\", 0600)",
                "open(\"" + file + "\", O_RDONLY)"))
        .contains("waits until somebody opens the other end of the named pipe ")
        .contains("/fifo");
  }

  @Test
  void queueSemaphoreAndSocketAreNamed() throws Exception {
    assertThat(
            after(
                "#include <sys/msg.h>",
                "#include <sys/sem.h>",
                "char m[100]",
                "int queue = msgget(IPC_PRIVATE, 0600)",
                "fork",
                "@P.1 msgrcv(queue, m, 10, 0, 0)"))
        .contains("waits for a message in queue");
    assertThat(after("@P msgctl(queue, IPC_RMID, 0)")).contains("EIDRM");
    assertThat(
            after(
                "int set = semget(IPC_PRIVATE, 1, 0600)",
                "struct sembuf down = {0, -1, 0}",
                "@P.1 semop(set, &down, 1)"))
        .contains("waits for a semaphore of set");
    after("@P semctl(set, 0, IPC_RMID)");
  }

  @Test
  void whoWaitsForSeveralDescriptorsIsToldForWhich() throws Exception {
    after("#include <poll.h>", "#include <sys/select.h>", "#include <sys/epoll.h>");
    assertThat(
            after(
                "int p[2]; pipe(p)",
                "fork",
                "struct pollfd one = {p[0], POLLIN, 0}",
                "@P.1 poll(&one, 1, -1)"))
        .contains(
            "waits until one of its descriptors is ready: 3,"
                + " pipes whose other ends are open in P (4), P.1 (4)");
    after("@P write(p[1], \"x\", 1)");
    assertThat(
            after(
                "fd_set set; FD_ZERO(&set); FD_SET(p[0], &set)",
                "@P.1 char c",
                "@P.1 read(p[0], &c, 1)",
                "@P.1 close(p[1])",
                "@P.1 select(p[0] + 1, &set, NULL, NULL, NULL)"))
        .contains("until 3 is ready, through P (4)");
    after("@P write(p[1], \"x\", 1)", "@P.1 read(p[0], &c, 1)");
    assertThat(
            after(
                "@P.1 int e = epoll_create1(0)",
                "@P.1 struct epoll_event event = {.events = EPOLLIN}",
                "@P.1 epoll_ctl(e, EPOLL_CTL_ADD, p[0], &event)",
                "@P.1 epoll_wait(e, &event, 1, -1)"))
        .contains("until 3 is ready, through P (4)");
  }

  @Test
  void semaphoreInMemoryIsNamed() throws Exception {
    assertThat(after("#include <semaphore.h>", "sem_t s", "sem_init(&s, 0, 0)", "sem_wait(&s)"))
        .contains("waits until the semaphore “s” is more than 0");
  }

  @Test
  void execdProgramIsLookedInto() throws Exception {
    after(
        "int p[2]; pipe(p)", "if (fork() == 0) { dup2(p[0], 0); execlp(\"cat\", \"cat\", NULL); }");

    String wait = doing("P.1");
    while (!wait.contains("reason=data, subject=0")) {
      // The end of the test's time is the limit: cat is still starting.
      Thread.sleep(5);
      wait = doing("P.1");
    }
    assertThat(wait).contains("enders=[");
  }
}
