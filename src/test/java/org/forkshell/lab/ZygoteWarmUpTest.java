package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ZygoteWarmUpTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /**
   * What a program process can come to is loaded before the first fork, since afterwards nothing
   * can be.
   */
  @Test
  void everyClassThatAProgramProcessCanReachIsLoaded() {
    Set<String> reached = new TreeSet<>();
    Deque<JavaClass> open = new ArrayDeque<>();
    open.add(CLASSES.get(ProgramProcess.class));
    while (!open.isEmpty()) {
      JavaClass next = open.remove();
      if (!next.getName().startsWith("org.forkshell.") || !reached.add(next.getName())) {
        continue;
      }
      for (Dependency dependency : next.getDirectDependenciesFromSelf()) {
        open.add(dependency.getTargetClass().getBaseComponentType());
      }
    }
    Set<String> loaded = new TreeSet<>();
    for (Class<?> used : ZygoteWarmUp.usedByForks()) {
      for (Class<?> member : used.getNestMembers()) {
        loaded.add(member.getName());
      }
    }
    assertThat(reached).hasSizeGreaterThan(40);
    assertThat(loaded).containsAll(reached);
  }
}
