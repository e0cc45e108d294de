package mosaicmatch.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

  private static final String SECRET = "correct-horse-battery-staple-0123456789";

  @Test
  void twoKeysOfOneCallerLiveSideBySide() {
    SigningKeys keys =
        SigningKeys.parse(
            """
            {"keys":[{"keyid":"batch-1","secret":"%1$s","scopes":["match"]},
                     {"keyid":"batch-2","secret":"%1$s","scopes":["match","erase"]}]}
            """
                .formatted(SECRET));
    assertThat(keys.find("batch-1").orElseThrow().scopes()).containsExactly("match");
    assertThat(keys.find("batch-2").orElseThrow().scopes()).contains("erase");
    assertThat(keys.find("batch-3")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "{\"keys\":[{\"keyid\":\"a\",\"secret\":\"correct-horse-battery-staple-short\"}]}",
        "{\"keys\":[{\"keyid\":\"a"
            + " b\",\"secret\":\"correct-horse-battery-staple-0123\",\"scopes\":[]}]}",
        "{\"keys\":[{\"keyid\":\"a\",\"secret\":\"correct-horse\",\"scopes\":[]}]}",
        "{\"keys\":[{\"keyid\":\"a\",\"secret\":\"correct-horse-battery-staple-\u00e9-0123\",\"scopes\":[]}]}"
      })
  void whatIsNoKeyFileIsRefusedWithoutQuotingIt(String json) {
    assertThatThrownBy(() -> SigningKeys.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("correct-horse")
        .hasNoCause();
  }

  @Test
  void oneKeyidTwiceIsRefused() {
    SigningKey key = new SigningKey("batch-1", SECRET, Set.of());
    assertThatThrownBy(() -> new SigningKeys(List.of(key, key))).hasMessageContaining("same keyid");
  }

  @Test
  void aKeyIsPrintedWithoutItsSecret() {
    assertThat(new SigningKey("batch-1", SECRET, Set.of("match")).toString())
        .contains("batch-1")
        .doesNotContain(SECRET);
  }
}
