package mosaicmatch.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.Engine;
import aslengine.api.StepFunctionsEndpoint;
import aslengine.definition.DefinitionCheck;
import aslengine.journal.Journal;
import aslengine.journal.JournalCorruptException;
import aslengine.json.Json;
import aslengine.map.ItemList;
import aslengine.map.ItemReading;
import aslengine.map.UnreadableItemsException;
import aslengine.run.ServiceException;
import aslengine.time.EngineTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine faces definitions, requests, lists of items and journals that are made to hurt it. */
@Timeout(300)
class HostileEngineInputIsRefusedTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CASES = 300;
  private static final String WAITING =
      "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\","
          + "\"Assign\":{\"v\":7},\"Next\":\"W\"},\"W\":{\"Type\":\"Wait\",\"Seconds\":100,"
          + "\"Output\":\"{% $v %}\",\"End\":true}}}";
  private static final String PASSING =
      "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\","
          + "\"End\":true}}}";

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-engine-input", getClass())
          .refusingBy(
              ServiceException.class,
              UnreadableItemsException.class,
              JournalCorruptException.class);

  @Test
  void whateverTheEngineIsGivenItAnswersInItsOwnWords() throws Exception {
    definitions();
    requests();
    items();
    journals();
    search.notices(
        "a journal's reader that trusts a record's length",
        CASES,
        random -> HostileBytes.of(journal(), random),
        input -> trusting(ByteBuffer.wrap(input.bytes())));
    search.end();
  }

  private void definitions() throws IOException {
    var definition = Files.readString(Path.of("../statemachine.asl.json"));
    var check = new DefinitionCheck((_, _) -> Optional.empty());
    search.search(
        "statemachine.asl.json",
        CASES,
        random -> HostileJson.of(definition, random),
        input ->
            assertThat(check.check(input.text(), false))
                .allSatisfy(found -> assertThat(found.message()).isNotBlank()));
  }

  private void requests() throws Exception {
    var requests = new LinkedHashMap<String, String>();
    requests.put(
        "CreateStateMachine",
        JSON.createObjectNode()
            .put("name", "made")
            .put("roleArn", "arn:aws:iam::000000000000:role/any")
            .put("definition", PASSING)
            .toString());
    try (var engine = Engine.builder().time(EngineTime.leaping(Instant.EPOCH)).open()) {
      engine.call("CreateStateMachine", JSON.readTree(requests.get("CreateStateMachine")));
      var machine = engine.stateMachineArn("made");
      var execution = machine.replace(":stateMachine:", ":execution:") + ":one";
      requests.put(
          "StartExecution",
          "{\"stateMachineArn\":\"%s\",\"name\":\"one\",\"input\":\"{}\"}".formatted(machine));
      requests.put("DescribeExecution", "{\"executionArn\":\"%s\"}".formatted(execution));
      requests.put("RedriveExecution", "{\"executionArn\":\"%s\"}".formatted(execution));
      requests.put(
          "GetExecutionHistory",
          "{\"executionArn\":\"%s\",\"maxResults\":5,\"reverseOrder\":true,\"nextToken\":\"5\"}"
              .formatted(execution));
      requests.put(
          "ListExecutions",
          "{\"stateMachineArn\":\"%s\",\"statusFilter\":\"FAILED\",\"maxResults\":3}"
              .formatted(machine));
      requests.put(
          "SendTaskFailure", "{\"taskToken\":\"token\",\"error\":\"E\",\"cause\":\"because\"}");
      requests.put("ListMapRuns", "{\"executionArn\":\"%s\"}".formatted(execution));
      engine.call("StartExecution", JSON.readTree(requests.get("StartExecution")));
      try (var endpoint =
              StepFunctionsEndpoint.start(engine, new InetSocketAddress("127.0.0.1", 0));
          var http = HttpClient.newHttpClient()) {
        requests.forEach(
            (operation, request) ->
                search.search(
                    operation,
                    CASES / 3,
                    random -> HostileJson.of(request, random),
                    input -> ask(http, endpoint.uri(), operation, input)));
      }
    }
  }

  private void ask(HttpClient http, URI engine, String operation, HostileInput input)
      throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(engine)
                .timeout(Duration.ofSeconds(20))
                .header("X-Amz-Target", "AWSStepFunctions." + operation)
                .POST(BodyPublishers.ofByteArray(input.bytes()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 413);
    if (answer.statusCode() != 200) {
      var told = JSON.readTree(answer.body());
      assertThat(told.path("__type").asText()).contains("#");
      assertThat(search.wrongInWords(answer.body().replace('\u007f', '?'))).isEmpty();
    }
  }

  private void items() {
    var kinds =
        Map.of(
            "JSONL", "{\"user_id\":\"ana\",\"n\":1}\n{\"user_id\":\"bo\",\"n\":2}\n",
            "JSON", "[{\"user_id\":\"ana\"},{\"user_id\":\"bo\"}]",
            "CSV", "user_id,n\nana,1\n\"b,o\",\"2\"\"\"\n");
    kinds.forEach(
        (kind, valid) ->
            search.search(
                "items of " + kind,
                CASES,
                random ->
                    kind.equals("JSONL")
                        ? HostileJson.ofLines(valid, random)
                        : HostileBytes.of(valid.getBytes(StandardCharsets.UTF_8), random),
                input -> read(kind, input)));
    search.search(
        "items of JSON, by structure",
        CASES,
        random -> HostileJson.of(kinds.get("JSON"), random),
        input -> read("JSON", input));
  }

  private static void read(String kind, HostileInput input) throws Exception {
    var list = new ItemList(Journal.inMemory());
    new ItemReading(JSON.createObjectNode().put("InputType", kind), 1_000)
        .read(new ByteArrayInputStream(input.bytes()), list);
    for (int i = 0; i < list.size(); i++) {
      assertThat(list.get(i)).isNotNull();
    }
  }

  private void journals() {
    byte[] valid = journal();
    var records = records(valid);
    search.search(
        "executions.journal", CASES / 2, random -> HostileBytes.of(valid, random), this::open);
    search.search(
        "a record with a checksum that fits",
        CASES,
        random -> resealed(records, random),
        this::open);
  }

  private static HostileInput resealed(List<byte[]> records, RandomGenerator random) {
    int at = random.nextInt(records.size());
    var spoilt = HostileJson.of(new String(records.get(at), StandardCharsets.UTF_8), random);
    var journal = new ByteArrayOutputStream();
    for (int i = 0; i < records.size(); i++) {
      byte[] record = i == at ? spoilt.bytes() : records.get(i);
      var crc = new CRC32C();
      crc.update(record);
      journal.writeBytes(
          ByteBuffer.allocate(8).putInt(record.length).putInt((int) crc.getValue()).array());
      journal.writeBytes(record);
    }
    return new HostileInput(journal.toByteArray(), "record " + at + ": " + spoilt.mutation());
  }

  private byte[] journal() {
    var home = folder.resolve("valid");
    var file = home.resolve("executions.journal");
    try {
      if (!Files.exists(file)) {
        write(home);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path home) throws JsonProcessingException {
    try (var engine = engine(home)) {
      for (var machine : Map.of("waits", WAITING, "passes", PASSING).entrySet()) {
        engine.call(
            "CreateStateMachine",
            JSON.createObjectNode()
                .put("name", machine.getKey())
                .put("roleArn", "arn:aws:iam::000000000000:role/any")
                .put("definition", machine.getValue()));
        engine.call(
            "StartExecution",
            JSON.createObjectNode()
                .put("stateMachineArn", engine.stateMachineArn(machine.getKey()))
                .put("name", "one")
                .put("input", "{\"a\":1}"));
      }
      engine.call("ListStateMachines", JSON.readTree("{}"));
    }
  }

  private static Engine engine(Path home) {
    return Engine.builder().time(EngineTime.system()).journalDirectory(home).open();
  }

  private static List<byte[]> records(byte[] journal) {
    var records = new ArrayList<byte[]>();
    var in = ByteBuffer.wrap(journal);
    while (in.remaining() > 8) {
      byte[] record = new byte[in.getInt()];
      in.getInt();
      in.get(record);
      records.add(record);
    }
    return records;
  }

  private void open(HostileInput input) throws IOException {
    var home = folder.resolve("opened");
    Files.createDirectories(home);
    var file = Files.write(home.resolve("executions.journal"), input.bytes());
    try (var engine = engine(home)) {
      JsonNode machines = engine.call("ListStateMachines", JSON.readTree("{}"));
      machines.path("stateMachines").forEach(machine -> list(engine, machine));
    } catch (JournalCorruptException e) {
      assertThat(Files.readAllBytes(file)).as("a journal that is refused").isEqualTo(input.bytes());
      throw e;
    }
  }

  private static void list(Engine engine, JsonNode machine) {
    engine
        .call(
            "ListExecutions",
            JSON.createObjectNode()
                .put("stateMachineArn", machine.path("stateMachineArn").asText()))
        .path("executions")
        .forEach(
            execution ->
                engine.call(
                    "DescribeExecution",
                    JSON.createObjectNode()
                        .put("executionArn", execution.path("executionArn").asText())));
  }

  private static void trusting(ByteBuffer in) {
    while (in.remaining() > 8) {
      byte[] record = new byte[in.getInt()];
      in.getInt();
      in.get(record);
    }
  }

  /** Found while the search was written: all that came after it was cut off in silence. */
  @Test
  void aWrongLengthInTheMidstIsNoTornEnd() throws IOException {
    byte[] damaged = journal();
    damaged[0] = 0x3F;
    assertThatThrownBy(() -> open(new HostileInput(damaged, "a length of 1 GB")))
        .isInstanceOf(JournalCorruptException.class)
        .hasMessageContaining("at byte 0");
  }

  /** Found by the search: it ended as a failure of the engine itself. */
  @Test
  void aNumberBeyondAllBoundsIsNoJson() {
    assertThatThrownBy(() -> Json.parse("1e9999999999"))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("out of range");
  }
}
