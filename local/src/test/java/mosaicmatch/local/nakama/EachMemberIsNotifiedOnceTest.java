package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EachMemberIsNotifiedOnceTest extends StandInTest {

  @Test
  void callsAtOnceSendOneToEach() {
    atOnce(64, i -> i % 2 == 0 ? caller.create("ada", "ben") : caller.create("ben", "ada"));

    Notification ada = only("ada");
    assertThat(ada.partnerId()).isEqualTo("ben");
    assertThat(only("ben").partnerId()).isEqualTo("ada");
    assertThat(ada.cycleId()).isEqualTo(Caller.CYCLE);
    assertThat(ada.channelId()).isEqualTo(standIn.rooms().getFirst().channelId());
    assertThat(ada.score()).isEqualTo(0.5);
    assertThat(ada.createdAt()).isEqualTo(NOW);
    assertThat(ada.id()).isNotEqualTo(only("ben").id());
  }

  private Notification only(String user) {
    List<Notification> all = standIn.notificationsOf(user);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void deletedOneDoesNotComeBack() {
    caller.create("ada", "ben");
    assertThat(standIn.deleteNotification("ada", only("ada").id())).isTrue();

    Caller.Answer again = caller.create("ada", "ben");
    restart();
    caller.create("ada", "ben");

    assertThat(again.body().get("notified1").booleanValue()).isTrue();
    assertThat(standIn.notificationsOf("ada")).isEmpty();
    only("ben");
  }

  @Test
  void deletingWhatIsNotThereChangesNothing() {
    caller.create("ada", "ben");

    assertThat(standIn.deleteNotification("ada", new UUID(1, 1))).isFalse();
    assertThat(standIn.deleteNotification("ada", only("ben").id())).isFalse();
    assertThat(standIn.deleteNotification("nobody", only("ben").id())).isFalse();
    only("ada");
  }

  @Test
  void accountMadeAnewIsBackInTheRoomAndHearsNothingTwice() {
    caller.create("ada", "ben");
    UUID first = standIn.users().getFirst().nakamaId();
    assertThat(standIn.deleteUser("ada")).isTrue();
    assertThat(standIn.rooms().getFirst().members()).containsExactly("ben");
    assertThat(caller.create("ada", "ben").status()).isEqualTo(404);

    standIn.addUsers(List.of(NakamaProfile.of("ada")));
    Caller.Answer again = caller.create("ada", "ben");

    assertThat(again.created()).isFalse();
    assertThat(standIn.rooms().getFirst().members()).containsExactly("ada", "ben");
    assertThat(standIn.notificationsOf("ada")).isEmpty();
    assertThat(standIn.users().getLast().nakamaId()).isNotEqualTo(first);
  }
}
