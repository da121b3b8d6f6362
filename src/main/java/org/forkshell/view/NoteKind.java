package org.forkshell.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be noted about an event. Each kind has a name by which it is switched on and off, {@code
 * fork-refused}; the part before the hyphen names its group. What a note of a kind tells beside its
 * process is listed here in order; in which words, is the bundles' business: {@code note.NAME} or,
 * where a kind takes several forms, {@code note.NAME.FORM}.
 */
public enum NoteKind {
  /** fork returned; in the parent it told the child's pid, in the child 0. */
  FORK_RETURNED(Feedback.NORMAL, List.of("parent", "child", "lent", "borrowed"), "child", "pid"),
  /** fork copied what waited in stdout's buffer: it will come out twice. */
  FORK_COPIED(Feedback.NORMAL, List.of(), "bytes"),
  /** fork failed, at the tool's own limit or the kernel's. */
  FORK_REFUSED(Feedback.CONCISE, List.of("limit", "kernel"), "errno", "limit", "call"),
  /** A newline sent a line on its way. Said once, later only to those who want every word. */
  FLUSH_NEWLINE(Feedback.NORMAL, List.of()),
  /** exit, or main's return, wrote what waited. */
  FLUSH_EXIT(Feedback.NORMAL, List.of()),
  /** The buffer was full. */
  FLUSH_FULL(Feedback.NORMAL, List.of()),
  /** The program called fflush. */
  FLUSH_FFLUSH(Feedback.NORMAL, List.of()),
  /** Something else made stdio write. */
  FLUSH_OTHER(Feedback.NORMAL, List.of("read", "close", "setvbuf", "seek")),
  /** The line has not ended yet. */
  NEWLINE_MISSING(Feedback.CONCISE, List.of()),
  /** The bytes came over descriptor 2. */
  STDERR(Feedback.CONCISE, List.of()),
  /** Bytes that were printed wait in stdout's buffer. */
  BUFFER_WAITING(Feedback.NORMAL, List.of("line", "full", "kept"), "bytes", "text"),
  /** A process ended, or became another program, and bytes in its buffer were never written. */
  BUFFER_LOST(Feedback.NORMAL, List.of("exit", "killed", "exec"), "bytes", "status"),
  /** wait has to wait. */
  WAIT_BLOCKED(Feedback.NORMAL, List.of("any", "one"), "child"),
  /** wait returned, and what it told. */
  WAIT_RETURNED(
      Feedback.NORMAL,
      List.of(
          "exited",
          "killed",
          "stopped",
          "continued",
          "nobody",
          "childless",
          "childless.ignored",
          "childless.one",
          "childless.group",
          "unstored",
          "failed"),
      "child",
      "pid",
      "errno",
      "code",
      "call"),
  /** Another call has to wait. */
  BLOCKED(
      Feedback.NORMAL,
      List.of(
          "read",
          "descriptor",
          "sleep",
          "pause",
          "write",
          "vfork",
          "other",
          "data",
          "data.others",
          "data.itself",
          "socket",
          "socket.others",
          "socket.itself",
          "socket.elsewhere",
          "socket.remote",
          "socket.unaccepted",
          "datagram",
          "datagram.bound",
          "room",
          "room.others",
          "room.itself",
          "room.socket",
          "room.socket.others",
          "room.socket.itself",
          "opening",
          "opening.named",
          "opening.reader",
          "opening.writer",
          "file-lock",
          "file-lock.others",
          "file-lock.itself",
          "record-lock",
          "record-lock.others",
          "semaphore",
          "semaphore.more",
          "semaphore.zero",
          "semaphore.several",
          "message",
          "message.typed",
          "message.passed",
          "message.upto",
          "message-room",
          "message-room.full",
          "connection",
          "connection.bound",
          "acceptance",
          "acceptance.bound",
          "acceptance.bound.others",
          "acceptance.bound.itself",
          "readiness",
          "readiness.named",
          "readiness.others",
          "readiness.itself",
          "word",
          "thread.others",
          "lock",
          "lock.others",
          "lock.itself",
          "read-lock",
          "read-lock.others",
          "read-lock.itself",
          "write-lock",
          "write-lock.others",
          "write-lock.itself",
          "lost-lock.others",
          "ended-lock.others",
          "condition",
          "memory-semaphore",
          "barrier",
          "once"),
      "argument",
      "call",
      "enders",
      "detail",
      "more"),
  /** Threads wait, and nobody who could end that is able to. */
  DEADLOCK(
      Feedback.CONCISE,
      List.of("cycle", "itself", "lost", "ended", "all"),
      "lock",
      "holder",
      "cause",
      "waits"),
  /** A thread has accessed what another one does, and nothing orders the two. */
  RACE(
      Feedback.CONCISE,
      List.of(
          "write.write",
          "write.read",
          "read.write",
          "write.write.half",
          "write.read.half",
          "read.write.half"),
      "subject",
      "other",
      "at",
      "there"),
  /** Data races were looked for, and are so no more. */
  RACES_UNSEEN(Feedback.CONCISE, List.of(), "threads"),
  /** A thread started another one. */
  THREAD_STARTED(Feedback.NORMAL, List.of(), "thread", "tid"),
  /** A thread ended, and its process goes on. */
  THREAD_ENDED(Feedback.NORMAL, List.of("other", "first")),
  /** In the child of a process with threads, a function that signal-safety(7) does not list. */
  UNSAFE_CALL(Feedback.NORMAL, List.of(), "call"),
  /** The process ended by itself. */
  EXITED(Feedback.CONCISE, List.of(), "status"),
  /** A signal ended the process. */
  KILLED(Feedback.CONCISE, List.of("signal", "thread"), "signal", "process"),
  /** The process is dead, and how it ended is not known. */
  ENDED(Feedback.CONCISE, List.of("nothing", "unseen", "zombie")),
  /** What the process did that the kernel, or a processor, does not allow. */
  FAULT(
      Feedback.CONCISE,
      List.of("null", "address", "stack", "readOnly", "division", "code", "pipe"),
      "address",
      "place"),
  /** The process has ended and its parent has not waited for it. */
  ZOMBIE(Feedback.CONCISE, List.of(), "parent"),
  /** The parent ended first; somebody else is the parent now. */
  ORPHAN_ADOPTED(Feedback.NORMAL, List.of("zygote", "other"), "parent", "adopter", "name"),
  /** An orphan's end was seen to by who had adopted it. */
  ORPHAN_COLLECTED(Feedback.CONCISE, List.of(), "adopter"),
  /** A process sent a signal, to another or to itself. */
  SIGNAL_SENT(
      Feedback.NORMAL, List.of("sent", "failed", "asked", "raised"), "target", "signal", "errno"),
  /** A signal has come that the program catches: its handler runs. */
  SIGNAL_CAUGHT(Feedback.NORMAL, List.of(), "signal"),
  /** Another program takes the process over. */
  EXEC(
      Feedback.NORMAL,
      List.of("begun", "begun.arguments", "unknown", "failed"),
      "errno",
      "path",
      "arguments"),
  /**
   * A call failed that is not told of otherwise, after a wait perhaps, or a signal cut it short.
   */
  CALL_FAILED(Feedback.NORMAL, List.of("failed", "short", "waited"), "call", "errno"),
  /** The process gave up its line because the learner interrupted it. */
  INTERRUPTED(Feedback.CONCISE, List.of()),
  /** More of the same happened than is told one by one. */
  MORE(Feedback.CONCISE, List.of("calls", "refusals"), "count");

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Feedback level;
  private final List<String> forms;
  private final List<String> facts;

  NoteKind(Feedback level, List<String> forms, String... facts) {
    this.level = level;
    this.forms = forms;
    this.facts = List.of(facts);
  }

  /** Its name for the learner: {@code fork-refused}. */
  public String label() {
    return label;
  }

  /** The first word of its name, which several kinds may share. */
  public String group() {
    int hyphen = label.indexOf('-');
    return hyphen < 0 ? label : label.substring(0, hyphen);
  }

  /** From which level on it is told unless somebody has decided otherwise. */
  public Feedback level() {
    return level;
  }

  /** From which level on it is told more than once in a session. */
  public Feedback levelOfRepetition() {
    return this == FLUSH_NEWLINE ? Feedback.VERBOSE : level;
  }

  /** The alternatives among which a note of this kind is one; empty where there are none. */
  public List<String> forms() {
    return forms;
  }

  /** The names of a note's facts, in their order. */
  public List<String> facts() {
    return facts;
  }

  /** The kind of that name. */
  public static Optional<NoteKind> of(String label) {
    for (NoteKind kind : values()) {
      if (kind.label().equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind of that name, or all that have this name for their group; empty if there are none. */
  public static List<NoteKind> named(String word) {
    Optional<NoteKind> exact = of(word);
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    return List.of(values()).stream().filter(kind -> kind.group().equals(word)).toList();
  }
}
