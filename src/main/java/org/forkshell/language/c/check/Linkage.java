package org.forkshell.language.c.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.abi.AddressSpace;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.Image;
import org.forkshell.ir.Realm;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression.Call;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Names of external linkage, and where what they mean is found: in the program first, then in the
 * library; the other way round for the library's own.
 */
final class Linkage implements Definitions {
  /** The rest of the space for objects is the library's. */
  private static final long MOST_BYTES = AddressSpace.HEAP - AddressSpace.FIRST_OBJECT - 0x100_0000;

  /** The same of those that each thread has. */
  private static final long MOST_THREAD_BYTES =
      AddressSpace.THREAD_LOCAL_END - AddressSpace.THREAD_LOCAL - 0x1000;

  private final Library library;
  private final Map<String, Symbol> ofLibrary = new HashMap<>();
  private final Map<String, Symbol> ofUser = new HashMap<>();
  private final Map<String, Symbol> ofLine = new HashMap<>();
  private final Map<String, FileScope> sources = new HashMap<>();
  private final Set<String> without = new HashSet<>();
  private final Map<String, Symbol.Static> strings = new HashMap<>();
  private final List<Runnable> undo = new ArrayList<>();
  private final PrintingCalls printing = new PrintingCalls(this);
  private @Nullable FileScope headers;

  /** How many bytes the program's own objects take, and how many of them stay if a line fails. */
  private long claimed;

  private long kept;

  /** The same for those that each thread has. */
  private long threadClaimed;

  private long threadKept;

  Linkage(Library library) {
    this.library = library;
  }

  Library library() {
    return library;
  }

  @Nullable Symbol external(Realm realm, String name) {
    if (realm == Realm.LIBRARY) {
      return ofLibrary.get(name);
    }
    Symbol fresh = ofLine.get(name);
    return fresh != null ? fresh : ofUser.get(name);
  }

  /**
   * What the line or file being compiled declared itself. The sources of the library each keep to
   * their own: a structure of one is not that of another, though they come from the same header.
   */
  @Nullable Symbol fresh(Realm realm, String name) {
    return realm == Realm.LIBRARY ? null : ofLine.get(name);
  }

  void put(Realm realm, Symbol symbol) {
    if (realm == Realm.USER) {
      ofLine.put(symbol.name(), symbol);
    }
  }

  /** Notes that a symbol of external linkage is defined now. */
  void define(Realm realm, Symbol symbol) {
    (realm == Realm.LIBRARY ? ofLibrary : ofLine).put(symbol.name(), symbol);
  }

  /** Keeps what was declared since the last call. */
  void keep() {
    kept = claimed;
    threadKept = threadClaimed;
    ofUser.putAll(ofLine);
    ofLine.clear();
    undo.clear();
  }

  /** Forgets what was declared since the last {@link #keep}. */
  void forget() {
    claimed = kept;
    threadClaimed = threadKept;
    ofLine.clear();
    undo.forEach(Runnable::run);
    undo.clear();
  }

  /** Whether there is room for another object of the program. */
  boolean claim(Type type) {
    claimed += type.size();
    return claimed < MOST_BYTES;
  }

  /** The same for an object that each thread has. */
  boolean claimThreadLocal(Symbol.Static object) {
    long size = object.type().size();
    int alignment = Math.max(object.alignment(), size < 16 ? 1 : 16);
    threadClaimed = ((threadClaimed + alignment - 1) & -alignment) + size;
    return threadClaimed <= MOST_THREAD_BYTES;
  }

  /** Notes how to take back a change, should the line not be kept. */
  void onForget(Runnable action) {
    undo.add(action);
  }

  /** The object of a string literal; equal literals are one object. */
  Symbol.Static string(byte[] bytes) {
    String key = new String(bytes, StandardCharsets.ISO_8859_1);
    Symbol.Static found = strings.get(key);
    if (found == null) {
      byte[] closed = java.util.Arrays.copyOf(bytes, bytes.length + 1);
      found =
          new Symbol.Static(
              "", null, new Type.Array(Type.CHAR, closed.length), Realm.LIBRARY, false);
      found.makeReadOnly();
      found.image(new Image(closed));
      strings.put(key, found);
    }
    return found;
  }

  @Override
  public Symbol.@Nullable Function resolve(Symbol.Function function) {
    Symbol.Function known = function.resolved();
    if (known.isDefined()) {
      return known;
    }
    if (known.isExternal()
        && definition(known, known.realm()) instanceof Symbol.Function found
        && found != known) {
      known.origin(found);
      return found.resolved();
    }
    return known.isDefined() ? known : null;
  }

  @Override
  public Symbol.@Nullable Static resolve(Symbol.Static object) {
    Symbol.Static known = object.resolved();
    if (known.isDefined()) {
      return known;
    }
    if (known.isExternal()
        && definition(known, known.realm()) instanceof Symbol.Static found
        && found != known) {
      known.origin(found);
      return found.resolved();
    }
    return known.isDefined() ? known : null;
  }

  private @Nullable Symbol definition(Symbol symbol, Realm realm) {
    String name = symbol.name();
    Symbol own = external(realm, name);
    if (isDefined(own)) {
      return own;
    }
    Symbol ofLibraries = libraryDefinition(symbol);
    if (ofLibraries != null || realm == Realm.USER) {
      return ofLibraries;
    }
    Symbol users = external(Realm.USER, name);
    return isDefined(users) ? users : null;
  }

  private static boolean isDefined(@Nullable Symbol symbol) {
    return symbol instanceof Symbol.Function function
        ? function.resolved().isDefined()
        : symbol instanceof Symbol.Static object && object.resolved().isDefined();
  }

  private @Nullable Symbol libraryDefinition(Symbol symbol) {
    Symbol found = ofLibrary.get(symbol.name());
    if (!isDefined(found)) {
      String header = headerOf(symbol);
      if (header != null) {
        source(header);
        found = ofLibrary.get(symbol.name());
        if (found == null
            && !(symbol instanceof Symbol.Function function && function.isBuiltIn())) {
          // Declared by the program itself, but computed by the machine or the kernel, or defined
          // beside another header that this one includes.
          found = resolved(declared(header, symbol.name()));
        }
      }
    }
    return isDefined(found) ? found : null;
  }

  private @Nullable Symbol resolved(@Nullable Symbol declared) {
    if (declared instanceof Symbol.Function function) {
      Symbol.Function defined = resolve(function);
      return defined == null ? declared : defined;
    }
    if (declared instanceof Symbol.Static object) {
      Symbol.Static defined = resolve(object);
      return defined == null ? declared : defined;
    }
    return declared;
  }

  /** The header that declared a symbol, or that would have. */
  private @Nullable String headerOf(Symbol symbol) {
    Span at = symbol.at();
    String text = at == null ? "" : at.source().name();
    boolean header = text.startsWith("<") && text.endsWith(">");
    if (header) {
      return text.substring(1, text.length() - 1);
    }
    // What the library declares without a header, main that is, the program has.
    return isOfUser(symbol) ? library.headerOf(symbol.name()) : null;
  }

  private static boolean isOfUser(Symbol symbol) {
    return symbol instanceof Symbol.Function function
        ? function.realm() == Realm.USER
        : symbol instanceof Symbol.Static object && object.realm() == Realm.USER;
  }

  /** The names of the source that belongs to a header, or null if it has none. */
  private @Nullable FileScope source(String header) {
    FileScope found = sources.get(header);
    if (found == null && !without.contains(header)) {
      Declaration.Unit unit = library.source(header);
      if (unit == null) {
        without.add(header);
      } else {
        found = new FileScope(null, Realm.LIBRARY, false, new CheckProblems(), this);
        sources.put(header, found);
        found.checker().declarations.unit(unit);
        reportOwn(found.checker().problems());
      }
    }
    return found;
  }

  /** What a header declares under a name, or null. */
  @Nullable Symbol declared(String header, String name) {
    FileScope source = source(header);
    Symbol found = source == null ? null : source.here(name);
    if (found != null) {
      return found;
    }
    if (headers == null) {
      headers = new FileScope(null, Realm.LIBRARY, false, new CheckProblems(), this);
      headers.checker().declarations.unit(library.headers());
      reportOwn(headers.checker().problems());
    }
    return headers.here(name);
  }

  /**
   * A function of the library.
   *
   * @param header which declares it
   */
  Symbol.Function library(String header, String name) {
    if (declared(header, name) instanceof Symbol.Function function) {
      return function;
    }
    throw new AssertionError("the library has no " + name);
  }

  @Override
  public Symbol.Function runtime(RuntimeFunction function) {
    return switch (function) {
      case START -> library("bits/start.h", "__start");
      case EXIT -> library("stdlib.h", "exit");
      case ALLOCATE -> library("stdlib.h", "malloc");
      case RELEASE -> library("stdlib.h", "free");
    };
  }

  @Override
  public Symbol.@Nullable Static runtime(RuntimeObject object) {
    String name =
        switch (object) {
          case STANDARD_INPUT -> "__stdin";
          case STANDARD_OUTPUT -> "__stdout";
          case STANDARD_ERROR -> "__stderr";
          case STREAMS -> "__streams";
          case ENVIRONMENT -> "environ";
        };
    return external(Realm.LIBRARY, name) instanceof Symbol.Static found ? found.resolved() : null;
  }

  @Override
  public Call unused(Call call) {
    return printing.simpler(call);
  }

  /** Mistakes in the library are ours, not the learner's. */
  static void reportOwn(CheckProblems problems) {
    if (problems.hasErrors()) {
      StringBuilder text = new StringBuilder("the library does not compile");
      for (Diagnostic diagnostic : problems.found()) {
        if (diagnostic.isError()) {
          text.append('\n').append(diagnostic.render(java.util.Locale.ROOT));
        }
      }
      throw new AssertionError(text);
    }
  }
}
