package org.forkshell.language.c.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/** The standard headers, which are resources, each read and cut into tokens once. */
final class Headers {
  static final String INCLUDE = "/org/forkshell/language/c/include/";
  static final String LIBRARY = "/org/forkshell/language/c/lib/";

  /** The header of what gcc knows without one: nobody is asked to include it. */
  static final String OF_COMPILER = "bits/builtins.h";

  /**
   * What a program may include, the most usual first: of two that give a name the first is
   * recommended.
   */
  static final String[] NAMES = {
    "stdio.h",
    "stdlib.h",
    "unistd.h",
    "sys/types.h",
    "sys/wait.h",
    "string.h",
    "errno.h",
    "signal.h",
    "setjmp.h",
    "time.h",
    "fcntl.h",
    "sys/stat.h",
    "ctype.h",
    "stddef.h",
    "stdint.h",
    "stdbool.h",
    "stdarg.h",
    "limits.h",
    "assert.h",
    "math.h",
    "sys/time.h",
    "sys/resource.h",
    "sched.h",
    "sys/times.h",
    "sys/param.h",
    "sys/errno.h",
    "sys/fcntl.h",
    "sys/signal.h",
    "sys/unistd.h",
    "wait.h",
    "malloc.h",
    "memory.h",
    "strings.h",
    "inttypes.h",
    "float.h",
    "locale.h",
    "wchar.h",
    "getopt.h",
    "libgen.h",
    "err.h",
    "dirent.h",
    "pwd.h",
    "grp.h",
    "pthread.h",
    "threads.h",
    "semaphore.h",
    "sys/mman.h",
    "sys/ipc.h",
    "sys/shm.h",
    "sys/sem.h",
    "sys/msg.h",
    "sys/file.h",
    "sys/utsname.h",
    "sys/prctl.h",
    "stdio_ext.h",
    "sysexits.h",
    "paths.h",
    "error.h",
    "features.h",
    "sys/select.h",
    "poll.h",
    "sys/socket.h",
    "netinet/in.h",
    "arpa/inet.h",
    "sys/un.h",
    "sys/poll.h",
    "syslog.h",
    "sys/dir.h",
    "sys/cdefs.h",
    "alloca.h",
    "netdb.h",
    "netinet/ip.h",
    "netinet/tcp.h",
    "netinet/udp.h",
    "netinet/ip_icmp.h",
    "netinet/in_systm.h",
    "wctype.h",
    "iso646.h",
    "stdalign.h",
    "stdatomic.h",
    "stdnoreturn.h",
    "byteswap.h",
    "endian.h",
    "sys/sysmacros.h",
    "sys/random.h",
    "fnmatch.h",
    "glob.h",
    "regex.h",
    "ftw.h",
    "search.h",
    "sys/queue.h",
    "sys/sysinfo.h",
    "termios.h",
    "sys/ioctl.h",
    "pty.h",
    "sys/termios.h",
    "termio.h",
    "spawn.h",
    "sys/uio.h",
    "sys/statfs.h",
    "sys/vfs.h",
    "sys/statvfs.h",
    "sys/epoll.h",
    "sys/eventfd.h",
    "sys/signalfd.h",
    "sys/timerfd.h",
    "sys/inotify.h",
    "mqueue.h",
    "sys/sendfile.h",
    "sys/mount.h",
    "sys/personality.h",
    "sys/pidfd.h",
    "utime.h",
    "linux/limits.h",
    "linux/sched.h",
    "linux/futex.h",
    "sys/ptrace.h",
    "sys/user.h",
    "sys/reg.h",
    "sys/syscall.h",
    "syscall.h",
    "asm/unistd.h",
    "linux/unistd.h",
  };

  static boolean isOfCompiler(String header) {
    return header.equals(OF_COMPILER);
  }

  private final Words words = new Words();
  private final Map<String, Token[]> known = new HashMap<>();
  private @Nullable HeaderIndex index;

  /** Which headers include an inner one; tells whose its names are. */
  private final Map<String, List<String>> includedBy = new HashMap<>();

  Words words() {
    return words;
  }

  /** The tokens of a standard header, null where there is none of that name. */
  Token @Nullable [] tokens(String name) {
    Token[] tokens = known.get(name);
    if (tokens == null) {
      SourceText text = resource(INCLUDE, name, "<".concat(name).concat(">"));
      if (text == null) {
        return null;
      }
      tokens = new Lexer(new Characters(text), words).tokens();
      known.put(name, tokens);
    }
    return tokens;
  }

  boolean exists(String name) {
    return tokens(name) != null;
  }

  /** The tokens of a learner's file, mended. */
  Token[] tokensOf(SourceText file) {
    return lexer(file).tokens();
  }

  Lexer lexer(SourceText file) {
    Characters characters = new Characters(file);
    Paste.mend(characters);
    return new Lexer(characters, words);
  }

  @Nullable SourceText librarySource(String name) {
    return resource(LIBRARY, name, name);
  }

  private static @Nullable SourceText resource(String folder, String name, String title) {
    if (name.isEmpty()
        || name.startsWith("/")
        || name.startsWith("\\")
        || name.contains("..")
        || name.endsWith("/")) {
      return null;
    }
    try (InputStream in = Headers.class.getResourceAsStream(folder.concat(name))) {
      return in == null
          ? null
          : new SourceText(title, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Which header gives which name. */
  HeaderIndex index(StandardDeclarations all) {
    HeaderIndex made = index;
    if (made == null) {
      made = new HeaderIndex(this, all);
      index = made;
    }
    return made;
  }

  /** Remembers an include; {@code by} is the name of the text that includes. */
  void included(String header, String by) {
    if (header.startsWith("bits/") && by.startsWith("<") && by.endsWith(".h>")) {
      List<String> all = includedBy.get(header);
      if (all == null) {
        all = new ArrayList<>(2);
        includedBy.put(header, all);
      }
      all.add(by.substring(1, by.length() - 1));
    }
  }

  /**
   * The header to recommend for what stands in {@code header}: for an inner one, one that includes
   * it, most like it.
   */
  String publicName(String header) {
    List<String> all = header.startsWith("bits/") ? includedBy.get(header) : null;
    if (all == null) {
      return header;
    }
    for (String by : all) {
      String stem = by.substring(by.lastIndexOf('/') + 1, by.length() - 2);
      if (header.startsWith(stem, "bits/".length())) {
        return by;
      }
    }
    return publicName(all.get(0));
  }

  /** The header whose name before the {@code .h}, which all have in common, is nearest. */
  private static @Nullable String nearest(String name) {
    String stem = name.endsWith(".h") ? name.substring(0, name.length() - 2) : name;
    List<String> stems = new ArrayList<>(NAMES.length);
    for (String known : NAMES) {
      stems.add(known.substring(0, known.length() - 2));
    }
    String found = Spelling.nearest(stem, stems);
    return found == null ? null : found + ".h";
  }

  /** The header that somebody who wrote {@code name} most likely meant. */
  @Nullable String meant(String name) {
    String trimmed = name.trim();
    if (MissingHeaders.has(trimmed)) {
      return null;
    }
    String meant =
        exists(trimmed) ? trimmed : exists(trimmed + ".h") ? trimmed + ".h" : nearest(trimmed);
    return meant != null && exists(meant) ? meant : null;
  }

  /** What to say of a header that is not there. */
  Diagnostic unknown(String name, @Nullable String meant, Span place, boolean quoted) {
    switch (name) {
      case "iostream",
          "string",
          "vector",
          "map",
          "algorithm",
          "iomanip",
          "cstdio",
          "cstdlib",
          "cstring",
          "unistd",
          "fstream",
          "sstream",
          "thread",
          "bits/stdc++.h",
          "iostream.h" -> {
        if (!name.equals("string") && !name.equals("thread") && !name.equals("unistd")) {
          return Diagnostic.error(place, "c.include.cpp", name);
        }
      }
      case "windows.h",
          "conio.h",
          "process.h",
          "io.h",
          "direct.h",
          "winsock2.h",
          "tchar.h",
          "dos.h",
          "stdafx.h" -> {
        return Diagnostic.error(place, "c.include.windows", name);
      }
      default -> {}
    }
    if (MissingHeaders.has(name)) {
      return Diagnostic.error(place, "c.include.later", name);
    }
    if (meant != null) {
      return Diagnostic.error(place, "c.include.misspelled", name, meant);
    }
    return Diagnostic.error(place, quoted ? "c.include.missing" : "c.include.unknown", name);
  }
}
