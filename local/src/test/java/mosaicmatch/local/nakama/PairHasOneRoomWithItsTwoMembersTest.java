package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairHasOneRoomWithItsTwoMembersTest extends StandInTest {

  @Test
  void callsAtOnceAndUsersSwappedMakeOneRoom() {
    List<Caller.Answer> answers =
        atOnce(64, i -> i % 2 == 0 ? caller.create("ada", "ben") : caller.create("ben", "ada"));

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers).filteredOn(Caller.Answer::created).hasSize(1);
    assertThat(answers.stream().map(a -> a.body().get("group_id")).distinct()).hasSize(1);
    assertThat(standIn.rooms()).singleElement().isEqualTo(room());
  }

  private Room room() {
    return standIn.room(Caller.CYCLE, "ada#ben").orElseThrow();
  }

  @Test
  void roomHoldsBothAndBelongsToNobody() {
    Caller.Answer answer = caller.create("ben", "ada");

    assertThat(room().members()).containsExactly("ada", "ben");
    assertThat(room().createdAt()).isEqualTo(NOW);
    assertThat(answer.body().get("group_id").textValue()).isEqualTo(room().groupId().toString());
    assertThat(answer.body().get("channel_id").textValue()).isEqualTo(room().channelId());
    assertThat(room().channelId()).isEqualTo("3." + room().groupId() + "..");
    assertThat(Room.CREATOR_ID).hasToString("00000000-0000-0000-0000-000000000000");
  }

  @Test
  void otherCycleOrPairIsAnotherRoom() {
    caller.create("ada", "ben");
    caller.create("ada", "cem");
    caller.create("2026-11-23T02:00:00Z", "ada", "ben");

    assertThat(standIn.rooms()).hasSize(3).extracting(Room::groupId).doesNotHaveDuplicates();
    assertThat(standIn.rooms()).extracting(Room::name).doesNotHaveDuplicates();
  }

  @Test
  void longestIdsFitIntoANameOfAGroup() {
    String one = "é".repeat(64);
    String other = "é".repeat(63) + "ab";
    standIn.addUsers(List.of(NakamaProfile.of(one), NakamaProfile.of(other)));

    assertThat(caller.create("c".repeat(64), one, other).status()).isEqualTo(200);
    assertThat(standIn.rooms()).allMatch(room -> room.name().length() <= 255);
  }

  @Test
  void membersAreOrderedAsThePairKeyIs() {
    String beyondTheBasicPlane = "\uD83D\uDE00";
    String lastOfTheBasicPlane = "\uFFFD";
    standIn.addUsers(
        List.of(NakamaProfile.of(beyondTheBasicPlane), NakamaProfile.of(lastOfTheBasicPlane)));

    assertThat(caller.create(beyondTheBasicPlane, lastOfTheBasicPlane).status()).isEqualTo(200);
    assertThat(standIn.rooms().getFirst().pairKey())
        .isEqualTo(lastOfTheBasicPlane + "#" + beyondTheBasicPlane);
  }

  @Test
  void unknownUserLeavesNoRoom() {
    Caller.Answer answer = caller.create("ada", "nobody");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo(5);
    assertThat(standIn.rooms()).isEmpty();
    assertThat(standIn.notificationsOf("ada")).isEmpty();
  }
}
