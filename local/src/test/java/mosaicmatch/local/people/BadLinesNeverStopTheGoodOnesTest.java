package mosaicmatch.local.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadLinesNeverStopTheGoodOnesTest {

  private static final String ANNA = "{\"user_id\":\"anna\",\"text\":\"bakes rye\"}";
  private static final String BEN = "{\"text\":\"swims in winter\",\"user_id\":\"ben\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json|the line is not one JSON object, from column",
        "[1]|the line must be a JSON object",
        "{\"user_id\":\"x\",\"text\":\"a\"} {}|the line is not one JSON object",
        "{\"user_id\":\"x\",\"text\":\"a\",\"text\":\"b\"}|the line is not one JSON object",
        "{\"user_id\":\"x\"}|text is missing",
        "{\"text\":\"a\"}|user_id is missing",
        "{\"user_id\":7,\"text\":\"a\"}|user_id must be a string",
        "{\"user_id\":\"x\",\"text\":null}|text must be a string",
        "{\"user_id\":\"x\",\"text\":\"a\",\"age\":7}|unknown field 'age'",
        "{\"user_id\":\"\",\"text\":\"a\"}|user_id must have 1 to 128 bytes",
        "{\"user_id\":\"a#b\",\"text\":\"a\"}|user_id must not contain '#'",
        "{\"user_id\":\"a\\u0007\",\"text\":\"a\"}|user_id must not contain control characters",
        "{\"user_id\":\"\\ud800\",\"text\":\"a\"}|user_id has half of a surrogate pair",
        "{\"user_id\":\"x\",\"text\":\"  \"}|text must not be blank",
        "{\"user_id\":\"x\",\"text\":\"a\\udc00\"}|text has half of a surrogate pair",
        "{\"user_id\":\"anna\",\"text\":\"again\"}|user_id is that of line 1 already",
      })
  void badLineIsReportedWithItsNumberAndReason(String bad, String reason) throws IOException {
    var file = read(ANNA + "\n" + bad + "\n" + BEN + "\n");
    assertThat(file.people()).extracting(Person::userId).containsExactly("anna", "ben");
    assertThat(file.rejected()).hasSize(1);
    assertThat(file.rejected().getFirst().toString()).startsWith("line 2: " + reason);
  }

  @Test
  void reasonNeverRepeatsWhatSomebodySaid() throws IOException {
    var file = read(ANNA + "\n{\"user_id\":\"x\",\"text\":\"my secret\" oops}\n");
    assertThat(file.rejected().toString()).doesNotContain("secret", "oops");
  }

  @Test
  void byteOrderMarkCrlfBlankLinesAndMissingLastNewlineAreFine() throws IOException {
    var file = read("\uFEFF" + ANNA + "\r\n\r\n  \t\n" + BEN);
    assertThat(file.people())
        .extracting(Person::text)
        .containsExactly("bakes rye", "swims in winter");
    assertThat(file.rejected()).isEmpty();
  }

  @Test
  void lineThatIsNoUtf8IsReportedAndTheNextOneRead() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '\n'});
    bytes.writeBytes(ANNA.getBytes(StandardCharsets.UTF_8));
    var file = read(bytes.toByteArray());
    assertThat(file.rejected()).containsExactly(new RejectedLine(1, "the line is not UTF-8"));
    assertThat(file.people()).hasSize(1);
  }

  @Test
  void lineLimitIsExact() throws IOException {
    var padding = " ".repeat(64 * 1024 - ANNA.length());
    assertThat(read(ANNA + padding).rejectedCount()).isZero();
    assertThat(read(ANNA + padding + " \n" + BEN))
        .satisfies(
            file -> assertThat(file.people()).extracting(Person::userId).containsExactly("ben"))
        .satisfies(
            file ->
                assertThat(file.rejected())
                    .containsExactly(new RejectedLine(1, "the line has more than 64 KiB")));
  }

  @Test
  void textLimitIsExact() throws IOException {
    assertThat(read(person("x", "é".repeat(20_000))).people()).hasSize(1);
    assertThat(read(person("x", "é".repeat(20_001))).rejected())
        .containsExactly(new RejectedLine(1, "text must have at most 20,000 characters"));
  }

  @Test
  void idLimitCountsBytes() throws IOException {
    assertThat(read(person("é".repeat(64), "a")).people()).hasSize(1);
    assertThat(read(person("é".repeat(64) + "x", "a")).rejectedCount()).isOne();
  }

  @Test
  void unknownFieldIsNamedShortAndClean() throws IOException {
    var file = read("{\"user_id\":\"x\",\"text\":\"a\",\"\\u001b" + "n".repeat(100) + "\":1}");
    assertThat(file.rejected().getFirst().reason())
        .startsWith("unknown field '?nnn")
        .hasSizeLessThan(100);
  }

  @Test
  void thousandRejectedLinesAreKeptAndAllAreCounted() throws IOException {
    var file = read(ANNA + "\n" + "bad\n".repeat(1_500));
    assertThat(file.rejected()).hasSize(1_000);
    assertThat(file.rejectedCount()).isEqualTo(1_500);
  }

  @Test
  void peopleBeyondTheLimitAreReported() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i <= 200_000; i++) {
      lines.append(person("p" + i, "a"));
    }
    var file = read(lines.toString());
    assertThat(file.people()).hasSize(200_000);
    assertThat(file.rejected())
        .containsExactly(new RejectedLine(200_001, "the file has more than 200,000 people"));
  }

  private static String person(String userId, String text) {
    return "{\"user_id\":\"" + userId + "\",\"text\":\"" + text + "\"}\n";
  }

  private PeopleFile read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private PeopleFile read(byte[] content) throws IOException {
    return PeopleFile.read(Files.write(folder.resolve("people.jsonl"), content));
  }
}
