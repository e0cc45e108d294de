package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SixteenConnectionsLoseNothingTest extends StandInTest {

  private static final int PAIRS = 400;

  @Test
  void everyPairHasItsRoomAndBothAreNotified() {
    List<String> users = IntStream.range(0, 2 * PAIRS).mapToObj(i -> "seeker-" + i).toList();
    standIn.addUsers(users.stream().map(NakamaProfile::of).toList());

    List<Caller.Answer> answers =
        atOnce(PAIRS, i -> caller.create(users.get(2 * i), users.get(2 * i + 1)));
    restart();

    assertThat(answers).allMatch(Caller.Answer::created);
    assertThat(standIn.rooms()).hasSize(PAIRS).allMatch(room -> room.members().size() == 2);
    assertThat(users).allMatch(user -> standIn.notificationsOf(user).size() == 1);
  }
}
