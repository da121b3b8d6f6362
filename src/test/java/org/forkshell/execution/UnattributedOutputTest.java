package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnattributedOutputTest {
  private final UnattributedOutput bytes = new UnattributedOutput();

  private void add(String text, long place) {
    bytes.add(text.getBytes(StandardCharsets.US_ASCII), place);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @Test
  void claimGoesAcrossWhatWasReadInPieces() {
    add("ab", 1);
    add("cde", 2);
    assertThat(text(bytes.claim(3))).isEqualTo("abc");
    assertThat(bytes.place()).isEqualTo(2);
    assertThat(bytes.covers(2)).isTrue();
    assertThat(bytes.covers(3)).isFalse();
    assertThat(text(bytes.claim(2))).isEqualTo("de");
    assertThat(bytes.isSettled()).isTrue();
  }

  @Test
  void whatWasShownAheadIsNotClaimedAgain() {
    add("ab", 1);
    add("cd", 5);
    assertThat(text(bytes.takeAhead(5))).isEqualTo("ab");
    assertThat(bytes.isSettled()).isFalse();
    assertThat(bytes.covers(4)).isTrue();
    assertThat(text(bytes.claim(3))).isEqualTo("c");
    assertThat(text(bytes.claim(1))).isEqualTo("d");
    assertThat(bytes.isSettled()).isTrue();
  }

  @Test
  void allOfItMayHaveBeenShownAhead() {
    add("ab", 1);
    assertThat(text(bytes.takeAhead(Long.MAX_VALUE))).isEqualTo("ab");
    assertThat(bytes.isEmpty()).isTrue();
    assertThat(bytes.claim(2)).isEmpty();
    assertThat(bytes.isSettled()).isTrue();
  }
}
