package org.forkshell.abi;

/** What a system call waits for that has to wait. */
public enum Waiting {
  /** A child that ends, stops or goes on: wait(2). */
  CHILD,
  /** Bytes, or the end of file: read(2). */
  DATA,
  /** A pipe or a socket that takes more: write(2). */
  ROOM,
  /** Somebody who opens the other end of a named pipe: fifo(7). */
  OPENING,
  /** Whoever holds the lock of a file: flock(2). */
  FILE_LOCK,
  /** Whoever holds the lock of a part of a file: F_SETLKW of fcntl(2). */
  RECORD_LOCK,
  /** A semaphore of a set: semop(2). */
  SEMAPHORE,
  /** A message in a queue: msgrcv(2), mq_receive(3). */
  MESSAGE,
  /** Room in a queue of messages: msgsnd(2), mq_send(3). */
  MESSAGE_ROOM,
  /** Somebody who connects: accept(2). */
  CONNECTION,
  /** Somebody who takes the connection: connect(2). */
  ACCEPTANCE,
  /** One of several descriptors: poll(2), select(2), epoll_wait(2). */
  READINESS,
  /** Somebody who changes a word of memory and says so: futex(2), under sem_wait(3) and others. */
  WORD,
  /** A signal: pause(2), sigsuspend(2). */
  SIGNAL,
  /** A time: nanosleep(2). */
  TIME
}
