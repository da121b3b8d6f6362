package org.forkshell.language.c;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.forkshell.language.c.check.Library;
import org.forkshell.language.c.parse.Parsed;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/** The C library's sources: what {@code X.h} declares, {@code X.c} defines. */
public final class StandardLibrary implements Library {
  private static final String SOURCES = "/org/forkshell/language/c/lib/";

  private final ProgramParser language;
  private final Map<String, Declaration.Unit> units = new HashMap<>();

  public StandardLibrary(ProgramParser language) {
    this.language = language;
  }

  @Override
  public synchronized Declaration.@Nullable Unit source(String header) {
    Declaration.Unit unit = units.get(header);
    if (unit == null && header.endsWith(".h")) {
      String file = header.substring(0, header.length() - 1).concat("c");
      if (StandardLibrary.class.getResource(SOURCES.concat(file)) != null) {
        unit = tree(language.library(file));
        units.put(header, unit);
      }
    }
    return unit;
  }

  @Override
  public Declaration.Unit headers() {
    return tree(language.prelude());
  }

  private static Declaration.Unit tree(Parsed<Declaration.Unit> parsed) {
    if (parsed.hasErrors()) {
      throw new AssertionError(parsed.diagnostics());
    }
    return parsed.tree();
  }

  @Override
  public @Nullable String headerOf(String name) {
    return language.headerOf(name);
  }

  @Override
  public Set<String> names() {
    return language.headerNames();
  }
}
