package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  private final ProcessTree tree = new ProcessTree();

  AddressTest() {
    born(10, 0, 0);
    born(11, 10, 1);
    born(12, 10, 2);
    born(13, 11, 1);
  }

  private void born(int pid, int parent, int index) {
    tree.add(new Event.Born(new Event.Origin(pid, 0, 1, List.of()), parent, index));
  }

  private List<String> resolved(String text, String... last) throws Exception {
    Set<ProcessName> before = Set.copyOf(List.of(last).stream().map(ProcessName::of).toList());
    return Address.split(text).address().resolve(tree, before).stream()
        .map(entry -> entry.name().toString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@P x             | P",
        "@P.1 x           | P.1",
        "@p.1 x           | P.1",
        "@12 x            | P.2",
        "@P.2,P x         | P P.2",
        "@children x      | P.1 P.1.1 P.2",
        "@all x           | P P.1 P.1.1 P.2",
        "@others x        | P.1 P.1.1 P.2",
      })
  void meansTheProcessesItNames(String text, String names) throws Exception {
    assertThat(resolved(text)).containsExactly(names.split(" "));
  }

  @Test
  void othersAreAllButThoseAddressedLast() throws Exception {
    assertThat(resolved("@others x", "P.1", "P.2")).containsExactly("P", "P.1.1");
  }

  @Test
  void theDeadAreNotMeant() {
    tree.add(new Event.Exiting(new Event.Origin(12, 0, 1, List.of()), 0));
    assertThatThrownBy(() -> resolved("@P.2 x")).hasMessage("P.2");
    assertThatThrownBy(() -> resolved("@12 x")).hasMessage("12");
  }

  @Test
  void theRestIsTheLine() {
    assertThat(Address.split("@P.1 printf(\"a\")").rest()).isEqualTo(" printf(\"a\")");
    assertThat(Address.split("@P.1(1)").rest()).isEqualTo("(1)");
    assertThat(Address.split("x = 1").address()).isNull();
  }
}
