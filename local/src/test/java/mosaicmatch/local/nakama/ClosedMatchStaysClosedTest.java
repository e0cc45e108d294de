package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedMatchStaysClosedTest extends StandInTest {

  @Test
  void closeBeforeAnyCreateBeatsIt() {
    assertThat(caller.close("ada", "ben").body().get("existed").booleanValue()).isFalse();

    assertClosed(caller.create("ada", "ben"));
    assertThat(standIn.rooms()).isEmpty();
    assertThat(standIn.notificationsOf("ada")).isEmpty();
  }

  private static void assertClosed(Caller.Answer answer) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo(10);
    assertThat(answer.message()).isEqualTo("match is closed");
  }

  @Test
  void closeTakesRoomAndNotificationsAway() {
    caller.create("ada", "ben");

    Caller.Answer first = caller.close("ada", "ben");
    Caller.Answer second = caller.close("ada", "ben");

    assertThat(first.body().get("existed").booleanValue()).isTrue();
    assertThat(second).isEqualTo(first);
    assertThat(standIn.room(Caller.CYCLE, "ada#ben")).isEmpty();
    assertThat(standIn.notificationsOf("ada")).isEmpty();
    assertThat(standIn.notificationsOf("ben")).isEmpty();
  }

  @Test
  void closeAndCreateAtOnceLeaveNoRoom() {
    List<String> many = IntStream.range(0, 40).mapToObj(i -> "seeker-" + i).toList();
    standIn.addUsers(many.stream().map(NakamaProfile::of).toList());

    atOnce(
        120,
        i -> {
          String one = many.get(i / 6 * 2);
          String other = many.get(i / 6 * 2 + 1);
          return i % 6 == 3 ? caller.close(one, other) : caller.create(one, other);
        });

    assertThat(standIn.rooms()).isEmpty();
    assertThat(many).allMatch(user -> standIn.notificationsOf(user).isEmpty());
  }

  @Test
  void closedOutlivesARestart() {
    caller.create("ada", "ben");
    Caller.Answer first = caller.close("ada", "ben");

    restart();

    assertClosed(caller.create("ada", "ben"));
    assertThat(caller.close("ada", "ben")).isEqualTo(first);
  }

  @Test
  void closedIsToldBeforeAMissingAccount() {
    caller.close("ada", "ben");
    standIn.deleteUser("ada");

    assertClosed(caller.create("ada", "ben"));
  }

  @Test
  void otherMatchesOfTheSameTwoStayOpen() {
    caller.close("ada", "ben");

    assertThat(caller.create("2026-11-23T02:00:00Z", "ada", "ben").status()).isEqualTo(200);
    assertThat(caller.create("ada", "cem").status()).isEqualTo(200);
  }
}
