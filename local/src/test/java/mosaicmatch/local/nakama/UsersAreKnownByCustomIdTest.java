package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersAreKnownByCustomIdTest extends StandInTest {

  @Test
  void addingAgainChangesNothing() {
    NakamaProfile renamed = new NakamaProfile("ada", "Ada", "https://example.org/ada.png");
    NakamaProfile eve = new NakamaProfile("eve", "Eve", "https://example.org/eve.png");

    assertThat(standIn.addUsers(List.of(renamed, eve, eve))).isEqualTo(1);
    assertThat(standIn.users()).hasSize(5);
    assertThat(standIn.users().getFirst().displayName()).isEmpty();
    assertThat(standIn.users().getLast().displayName()).isEqualTo("Eve");
  }

  @Test
  void rpcTellsOnlyThoseThatExist() {
    standIn.deleteUser("ben");

    Caller.Answer answer =
        caller.call("mosaic_users", Map.of("user_ids", List.of("cem", "ben", "ada")));

    assertThat(answer.body().get("users").valueStream().map(UsersAreKnownByCustomIdTest::id))
        .containsExactly("cem", "ada");
  }

  private static String id(JsonNode user) {
    return user.get("user_id").textValue();
  }

  @Test
  void deletingNobodyChangesNothing() {
    assertThat(standIn.deleteUser("nobody")).isFalse();
    assertThat(standIn.users()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a#b", "a\nb"})
  void refusesIdsThatNoSeekerHas(String id) {
    assertThatThrownBy(() -> NakamaProfile.of(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("user_id must");
  }

  @Test
  void refusesIdsOfMoreThan128Bytes() {
    assertThatThrownBy(() -> NakamaProfile.of("é".repeat(65)))
        .hasMessage("user_id must have 1 to 128 bytes of UTF-8");
  }
}
