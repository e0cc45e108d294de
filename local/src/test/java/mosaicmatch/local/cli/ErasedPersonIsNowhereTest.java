package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedPersonIsNowhereTest {

  @TempDir private Path folder;

  @Test
  void noFileEntryOrPageNamesThePersonAndThePartnerGoesOn() throws IOException {
    var mosaic = new MosaicRun(folder);
    var people = mosaic.people().toString();
    var cycle = mosaic.says("run", "--people", people, "--json").json().at("/cycle_id").asText();
    var key = mosaic.says("pairs", "--json").json().at("/0/pair_key").asText();
    var person = key.split("#")[0];
    var partner = key.split("#")[1];
    assertThat(filesWith(mosaic, "s3", person)).isPositive();

    var unasked = mosaic.says("erase", person);
    assertThat(unasked.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unasked.err()).contains("--yes");
    assertThat(mosaic.says("pairs", "--json").json()).hasSize(5);

    var erased = mosaic.says("erase", person, "--yes", "--json");
    assertThat(erased.exitCode()).as(erased.err()).isZero();
    var told = erased.json();
    assertThat(told.at("/erased/was_registered").asBoolean()).isTrue();
    assertThat(told.at("/erased/had_claim").asBoolean()).isTrue();
    assertThat(told.at("/erased/audit_entries").asInt()).isEqualTo(1);
    assertThat(told.at("/erased/changed_cycles/0").asText()).isEqualTo(cycle);
    assertThat(told.at("/erased/files").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(told.at("/at_home/text").asBoolean()).isTrue();
    assertThat(told.at("/at_home/account").asBoolean()).isTrue();
    assertThat(told.at("/at_home/report_pages").asInt()).isEqualTo(1);
    assertThat(told.at("/expiring/0").asText()).contains("logs");

    assertThat(filesWith(mosaic, "s3", person)).isZero();
    assertThat(filesWith(mosaic, "texts.json", person)).isZero();
    assertThat(filesWith(mosaic, "reports", person)).isZero();
    assertThat(filesWith(mosaic, "s3", partner)).isPositive();
    assertThat(mosaic.says("pairs", "--json").json()).hasSize(4);
    assertThat(mosaic.says("pair", key).exitCode()).isEqualTo(ExitCode.USAGE);

    var replayed = mosaic.says("replay", cycle, "--json");
    assertThat(replayed.exitCode()).isEqualTo(ExitCode.UNFINISHED);
    assertThat(replayed.json().at("/verdict").asText()).isEqualTo("input_erased");
    var explained = mosaic.says("explain", cycle, partner);
    assertThat(explained.exitCode()).as(explained.err()).isZero();
    assertThat(explained.out()).contains("has been erased since").doesNotContain(person);

    var again = mosaic.says("erase", person, "--yes", "--json").json();
    assertThat(again.at("/erased/files").asInt()).isZero();
    assertThat(again.at("/erased/audit_entries").asInt()).isZero();
    assertThat(again.at("/erased/was_registered").asBoolean()).isFalse();

    var next = mosaic.says("run", "--people", people, "--json");
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.json().at("/summary/pool").asInt()).isEqualTo(10);
  }

  @Test
  void strangersAreToldSoAndUnfinishedPairsComeFirst() throws IOException {
    var mosaic = new MosaicRun(folder);
    var stranger = mosaic.says("erase", "nobody-here", "--yes");
    assertThat(stranger.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(stranger.err()).contains("nobody-here");
    assertThat(mosaic.says("erase", "a#b", "--yes").exitCode()).isEqualTo(ExitCode.USAGE);
    mosaic.says("run", "--people", mosaic.people().toString(), "--break", "nakama:1");
    var key = mosaic.says("pairs", "--json").json().at("/0/pair_key").asText();
    var held = mosaic.says("erase", key.split("#")[1], "--yes");
    assertThat(held.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(held.err()).contains(key).contains("reconcile");
  }

  private static long filesWith(MosaicRun mosaic, String where, String person) throws IOException {
    try (var files = Files.walk(mosaic.home().resolve(where))) {
      return files.filter(Files::isRegularFile).filter(file -> has(file, person)).count();
    }
  }

  private static boolean has(Path file, String person) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(person);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
