package mosaicmatch.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadIdsAreRefusedTest {

  @ParameterizedTest
  @CsvSource({
    "'', must have 1 to 128 bytes of UTF-8",
    "a#b, must not contain '#'",
    "a\u0007b, must not contain control characters",
    "a\u0085b, must not contain control characters",
    "a\ud800, has half of a surrogate pair",
    "\udc00a, has half of a surrogate pair"
  })
  void aBadIdIsRefusedForItsReason(String id, String reason) {
    assertThatThrownBy(() -> new SeekerId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user_id " + reason);
  }

  @Test
  void bytesAreCountedAndNotCharacters() {
    assertThat(new SeekerId("é".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new SeekerId("é".repeat(64) + "e"))
        .hasMessageContaining("1 to 128 bytes");
  }

  @Test
  void idsAreOrderedByTheirBytes() {
    // U+FF5E sorts before U+1F600 by bytes, and after its first half by characters.
    var ids = List.of("a", "b", "é", "\uff5e", "\ud83d\ude00");
    assertThat(Stream.of(4, 2, 0, 3, 1).map(ids::get).map(SeekerId::new).sorted())
        .extracting(SeekerId::value)
        .containsExactlyElementsOf(ids);
  }
}
