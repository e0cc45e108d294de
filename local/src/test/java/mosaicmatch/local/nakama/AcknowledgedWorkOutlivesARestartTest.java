package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgedWorkOutlivesARestartTest extends StandInTest {

  @Test
  void everythingIsAsItWas() {
    caller.create("ada", "ben");
    caller.create("cem", "dee");
    standIn.deleteUser("dee");
    List<Room> rooms = standIn.rooms();
    List<NakamaUser> users = standIn.users();
    List<Notification> notifications = standIn.notificationsOf("ada");

    restart();

    assertThat(standIn.rooms()).isEqualTo(rooms);
    assertThat(standIn.users()).isEqualTo(users);
    assertThat(standIn.notificationsOf("ada")).isEqualTo(notifications);
    assertThat(caller.create("ada", "ben").created()).isFalse();
  }

  @Test
  void logCutShortAnywhereHoldsAllWholeLines(@TempDir Path elsewhere) throws IOException {
    caller.create("ada", "ben");
    caller.close("ada", "ben");
    byte[] log = Files.readAllBytes(log());
    Path copy = elsewhere.resolve(ChangeLog.FILE_NAME);

    for (int length = 0; length <= log.length; length++) {
      byte[] cut = Arrays.copyOf(log, length);
      Files.write(copy, cut);
      assertThat(changesIn(elsewhere)).hasSize(lines(cut));
    }
  }

  private Path log() {
    return home.resolve(ChangeLog.FILE_NAME);
  }

  private static int lines(byte[] bytes) {
    return (int) new String(bytes, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
  }

  private static List<Change> changesIn(Path folder) {
    List<Change> changes = new ArrayList<>();
    ChangeLog.open(folder, changes::add).close();
    return changes;
  }

  @Test
  void whatFollowsATornLineIsKept() throws IOException {
    Files.writeString(log(), "0badc0de {\"change\":\"op", StandardOpenOption.APPEND);

    restart();
    caller.create("ada", "ben");
    restart();

    assertThat(standIn.rooms()).hasSize(1);
  }

  @Test
  void damagedLineInTheMidstIsNamed() throws IOException {
    byte[] log = Files.readAllBytes(log());
    log[new String(log, StandardCharsets.UTF_8).indexOf("ben")] = 'B';
    stop();
    Files.write(log(), log);

    assertThatThrownBy(() -> NakamaStandIn.start(settings()))
        .isInstanceOf(LogCorruptException.class)
        .hasMessageStartingWith("line 2 of " + log());

    Files.delete(log());
    start();
  }

  @Test
  void secondStandInInTheSameHomeIsRefused() {
    assertThatThrownBy(() -> NakamaStandIn.start(settings()))
        .isInstanceOf(LogInUseException.class)
        .hasMessageContaining("is in use by another program");

    assertThat(caller.create("ada", "ben").status()).isEqualTo(200);
  }

  @Test
  void homeThatCannotBeMadeIsNamed(@TempDir Path elsewhere) throws IOException {
    Path file = Files.createFile(elsewhere.resolve("file"));

    assertThatThrownBy(() -> NakamaStandIn.start(NakamaSettings.in(file, Caller.KEY)))
        .isInstanceOf(LogUnreadableException.class)
        .hasMessageContaining(file.toString());
  }
}
