package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Why does it hang? The kernel is asked, of real processes that do. */
class KernelWaitsTest {
  @RegisterExtension
  static final PromptExtension PROMPT = new PromptExtension(Duration.ofMinutes(2));

  @TempDir private Path folder;

  private final Transcript screen = PROMPT.screen();
  private final PromptSession session = PROMPT.session();

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
        .map(entry -> String.valueOf(family.waits().of(entry.pid())))
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
  void readerOfANamedPipeWaitsForAWriter() throws Exception {
    String file = folder.resolve("fifo").toString();
    assertThat(
            after(
                "#include <fcntl.h>",
                "#include <sys/stat.h>",
                "mkfifo(\"" + file + "\", 0600)",
                "open(\"" + file + "\", O_RDONLY)"))
        .contains("waits until somebody opens the named pipe ")
        .contains("/fifo for writing");
  }

  @Test
  void writerToANamedPipeWaitsForAReader() throws Exception {
    assertThat(
            after(
                "#include <fcntl.h>",
                "#include <sys/stat.h>",
                "chdir(\"" + folder + "\")",
                "mkfifo(\"fifo\", 0600)",
                "open(\"fifo\", O_WRONLY)"))
        .contains("waits until somebody opens the named pipe fifo for reading");
  }

  @Test
  void readerOfASocketIsToldWhoHasItsOtherEnd() throws Exception {
    assertThat(
            after(
                "#include <sys/socket.h>",
                "int s[2]; socketpair(AF_UNIX, SOCK_STREAM, 0, s)",
                "char c",
                "fork",
                "@P.1 recv(s[0], &c, 1, 0)"))
        .contains(
            "waits for bytes on descriptor 3, a socket whose other end is open in P (4), P.1 (4)");

    assertThat(after("@P close(s[1])"))
        .contains("a socket whose other end nobody but itself has open: descriptor 4");
    assertThat(doing("P.1")).contains("reason=socket, subject=3");
  }

  @Test
  void socketThatAnotherProgramHasOpenIsToldSo() throws Exception {
    // Descriptors 1 and 2 are sockets as well, whose other ends the console has.
    assertThat(after("char c", "read(1, &c, 1)"))
        .contains("a socket whose other end no process of this program has open");
  }

  @Test
  void whoAcceptsIsToldWhoeverConnects() throws Exception {
    after(
        "#include <sys/socket.h>",
        "#include <netinet/in.h>",
        "#include <arpa/inet.h>",
        "int l = socket(AF_INET, SOCK_STREAM, 0)",
        "struct sockaddr_in a = {.sin_family = AF_INET}",
        "a.sin_addr.s_addr = htonl(INADDR_LOOPBACK)",
        "bind(l, (struct sockaddr *) &a, sizeof a)",
        "listen(l, 1)",
        "socklen_t n = sizeof a",
        "getsockname(l, (struct sockaddr *) &a, &n)",
        "fork");
    assertThat(after("@P.1 int c = accept(l, NULL, NULL)"))
        .contains("waits for a connection on descriptor 3: whoever connects to #.0.0.1:#");

    after(
        "@P int c = socket(AF_INET, SOCK_STREAM, 0)",
        "@P connect(c, (struct sockaddr *) &a, sizeof a)",
        "char b");
    assertThat(after("@P recv(c, &b, 1, 0)"))
        .contains("waits for bytes on descriptor 4, a socket whose other end is open in P.1 (4)");
    after("@P.1 send(c, \"x\", 1, 0)");
    assertThat(
            after(
                "@P int d = socket(AF_INET, SOCK_STREAM, 0)",
                "@P connect(d, (struct sockaddr *) &a, sizeof a)",
                "@P read(d, &b, 1)"))
        .contains("on descriptor 5, over a connection that nobody has accepted yet");
  }

  @Test
  void pathOfASocketIsNamed() throws Exception {
    after(
        "#include <sys/socket.h>",
        "#include <sys/un.h>",
        "chdir(\"" + folder + "\")",
        "struct sockaddr_un a = {.sun_family = AF_UNIX, .sun_path = \"here\"}",
        "int l = socket(AF_UNIX, SOCK_STREAM, 0)",
        "bind(l, (struct sockaddr *) &a, sizeof a)",
        "listen(l, 1)");
    assertThat(after("accept(l, NULL, NULL)")).contains("whoever connects to here ends that");
  }

  @Test
  void whoConnectsWaitsForWhoListens() throws Exception {
    after(
        "#include <sys/socket.h>",
        "#include <sys/un.h>",
        "struct sockaddr_un a = {.sun_family = AF_UNIX}",
        "socklen_t length = sizeof a",
        "int l = socket(AF_UNIX, SOCK_STREAM, 0)",
        "bind(l, (struct sockaddr *) &a, sizeof a.sun_family)",
        "listen(l, 0)",
        "getsockname(l, (struct sockaddr *) &a, &length)",
        "int one = socket(AF_UNIX, SOCK_STREAM, 0), two = socket(AF_UNIX, SOCK_STREAM, 0)",
        "fork",
        "@P.1 close(l)",
        "@P.1 connect(one, (struct sockaddr *) &a, length)");
    assertThat(after("@P.1 connect(two, (struct sockaddr *) &a, length)"))
        .contains("waits until P (3) takes the connection to @");
    assertThat(doing("P.1")).contains("reason=acceptance.bound", "descriptor=3");

    after("@P accept(l, NULL, NULL)");
    assertThat(doing("P.1")).doesNotContain("acceptance");
  }

  @Test
  void whoSendsWaitsForWhoReadsTheSocket() throws Exception {
    after(
        "#include <sys/socket.h>",
        "int s[2]",
        "socketpair(AF_UNIX, SOCK_STREAM, 0, s)",
        "char big[1000000]",
        "fork",
        "@P.1 close(s[1])");
    assertThat(after("@P.1 send(s[0], big, sizeof big, 0)"))
        .contains(
            "waits for room on descriptor 3, a socket whose other end is open in P (4) and full");
    assertThat(doing("P.1")).contains("reason=room.socket, subject=3", "descriptor=4");
  }

  @Test
  void datagramIsWaitedForFromAnybody() throws Exception {
    after(
        "#include <sys/socket.h>",
        "#include <sys/un.h>",
        "#include <string.h>",
        "struct sockaddr_un a = {.sun_family = AF_UNIX}",
        "int d = socket(AF_UNIX, SOCK_DGRAM, 0)",
        "char c",
        "fork");
    assertThat(after("@P.1 recvfrom(d, &c, 1, 0, NULL, NULL)"))
        .contains("waits for a datagram on descriptor 3, which has no address yet");

    // No name: the kernel gives it one, unix(7).
    after("@P bind(d, (struct sockaddr *) &a, sizeof a.sun_family)");
    assertThat(doing("P.1")).contains("reason=datagram.bound, subject=3").contains("details=[@");
  }

  @Test
  void portOfDatagramsIsNamed() throws Exception {
    after(
        "#include <sys/socket.h>",
        "#include <netinet/in.h>",
        "int d = socket(AF_INET, SOCK_DGRAM, 0)",
        "struct sockaddr_in a = {.sin_family = AF_INET}",
        "bind(d, (struct sockaddr *) &a, sizeof a)",
        "char c");
    assertThat(after("recv(d, &c, 1, 0)"))
        .contains("waits for a datagram on descriptor 3: whoever sends one to 0.0.0.0:");
  }

  @Test
  void queueIsNamedAndWhatIsInIt() throws Exception {
    after(
        "#include <sys/msg.h>",
        "struct { long type; char text[5000]; } m = {.type = 7}",
        "int queue = msgget(IPC_PRIVATE, 0600)",
        "fork");
    assertThat(after("@P.1 msgrcv(queue, &m, 5000, 0, 0)"))
        .contains("waits for a message in queue")
        .contains(": any process that knows the queue could send it");
    after("@P msgsnd(queue, &m, 1, 0)");
    assertThat(after("@P.1 msgrcv(queue, &m, 5000, 8, 0)"))
        .contains("for a message of type 8 in queue");
    after("@P msgsnd(queue, &m, 1, 0)");
    assertThat(doing("P.1")).contains("reason=message.passed").contains("details=[8, 1]");
    after("@P m.type = 8", "@P msgsnd(queue, &m, 1, 0)");
    assertThat(after("@P.1 msgrcv(queue, &m, 5000, -3, 0)"))
        .contains("for a message of type 3 or lower in queue");
    after("@P m.type = 2", "@P msgsnd(queue, &m, 1, 0)", "@P m.type = 8");
    assertThat(after("@P while (msgsnd(queue, &m, 5000, 0) == 0);"))
        .contains("waits for room in message queue #, in which # bytes wait: any process that");
    assertThat(after("@P.1 msgctl(queue, IPC_RMID, 0)")).contains("==> 0");
  }

  @Test
  void semaphoreOfASetIsNamed() throws Exception {
    after(
        "#include <sys/sem.h>",
        "int set = semget(IPC_PRIVATE, 2, 0600)",
        "struct sembuf ops[2] = {{1, -3, 0}, {0, -1, 0}}",
        "fork");
    assertThat(after("@P.1 semop(set, ops, 1)"))
        .contains("waits until semaphore 1 of set")
        .contains("is at least 3: any process that knows the set could end that");
    after("@P semctl(set, 1, SETVAL, 3)");
    assertThat(after("@P.1 semop(set, ops, 2)"))
        .contains("waits until semaphores 1, 0 of set")
        .contains("allow all of its operations at once");
    after("@P semctl(set, 0, SETVAL, 1)", "@P semctl(set, 1, SETVAL, 3)");
    assertThat(
            after("@P semctl(set, 1, SETVAL, 1)", "ops[0].sem_op = 0", "@P.1 semop(set, ops, 1)"))
        .contains("waits until semaphore 1 of set")
        .contains("is 0: any process");
    assertThat(after("@P semctl(set, 0, IPC_RMID)")).contains("EIDRM");
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
            "waits until one of its descriptors is ready: 3;"
                + " the other ends are open in P (4), P.1 (4)");
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
