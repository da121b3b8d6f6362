package org.forkshell.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.forkshell.c.CLanguage;
import org.forkshell.c.Parsed;
import org.forkshell.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/** The C library as resources, for tests. */
final class CLibrary implements Library {
  private final CLanguage language;
  private final Map<String, Declaration.Unit> sources = new HashMap<>();

  CLibrary(CLanguage language) {
    this.language = language;
  }

  @Override
  public synchronized Declaration.@Nullable Unit source(String header) {
    String name = header.substring(0, header.length() - 2) + ".c";
    if (CLanguage.class.getResource("lib/" + name) == null) {
      return null;
    }
    return sources.computeIfAbsent(name, unused -> tree(language.library(name)));
  }

  private static Declaration.Unit tree(Parsed<Declaration.Unit> parsed) {
    if (parsed.hasErrors()) {
      throw new AssertionError(parsed.diagnostics());
    }
    return parsed.tree();
  }

  @Override
  public Declaration.Unit headers() {
    return tree(language.prelude());
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
