package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the log of the rooms holds: it is read, or refused by its line and left as it is. */
@Timeout(300)
class HostileChangeLogIsNamedTest {

  private static final int CASES = 240;

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-room-log", getClass()).refusingBy(LogCorruptException.class);

  private static List<Change> changes() {
    var key = new MatchKey("2026-11-22T02:00:00Z", "ada#ben");
    return List.of(
        new Change.SignedUp(new NakamaUser("ada", new UUID(1, 2), "ada", "Ada", "")),
        new Change.SignedUp(new NakamaUser("ben", new UUID(3, 4), "ben", "Ben", "")),
        new Change.Opened(key, List.of("ada", "ben"), 0.75, Instant.EPOCH.toEpochMilli()),
        new Change.NotificationDeleted("ada", new UUID(5, 6)),
        new Change.Closed(key, "gone", 7),
        new Change.AccountDeleted("ben"));
  }

  private static String log() {
    var log = new StringBuilder();
    changes().forEach(c -> log.append(new String(LogLine.of(c), StandardCharsets.UTF_8)));
    return log.toString();
  }

  private static String sealed(String json) {
    var crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x %s\n".formatted(crc.getValue(), json);
  }

  @Test
  void everyLogIsReadOrRefusedByItsLine() {
    byte[] valid = log().getBytes(StandardCharsets.UTF_8);
    search.search("nakama.log", CASES, random -> HostileBytes.of(valid, random), this::open);
    for (var change : changes()) {
      search.search(
          "a line with a checksum that fits: " + change.getClass().getSimpleName(),
          CASES / 6,
          random -> {
            var spoilt = HostileJson.of(Json.write(change), random);
            var line = sealed(spoilt.text().replace('\n', ' '));
            return new HostileInput(
                (log() + line + log()).getBytes(StandardCharsets.UTF_8), spoilt.mutation());
          },
          this::open);
    }
    search.notices(
        "a reader that lets fields be missing",
        CASES,
        random -> HostileJson.of(Json.write(changes().get(2)), random),
        input -> {
          var node = Json.MAPPER.readTree(input.bytes());
          assertThat(node.get("users").get(0).asText()).isNotNull();
        });
    search.end();
  }

  private void open(HostileInput input) throws IOException {
    var file = Files.write(folder.resolve(ChangeLog.FILE_NAME), input.bytes());
    var state = new ServerState();
    try (var log = ChangeLog.open(folder, state::apply)) {
      assertThat(log).isNotNull();
      state.users().forEach(user -> assertThat(state.notificationsOf(user.userId())).isNotNull());
      assertThat(Files.size(file)).isEqualTo(input.bytes().length);
    } catch (LogCorruptException e) {
      assertThat(e).hasMessageContaining("line ").hasMessageContaining(file.toString());
      assertThat(Files.readAllBytes(file)).as("a log that is refused").isEqualTo(input.bytes());
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
