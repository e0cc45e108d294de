package mosaicmatch.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import mosaicmatch.local.cycle.KnownTexts;
import mosaicmatch.local.events.Rate;
import mosaicmatch.local.events.RuleBook;
import mosaicmatch.local.home.DamagedFileException;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.home.RunningSystem;
import mosaicmatch.local.people.EmptyPeopleFileException;
import mosaicmatch.local.people.PeopleFile;
import mosaicmatch.local.people.Person;
import mosaicmatch.local.secrets.LocalSecrets;
import mosaicmatch.local.template.BadTemplateException;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of the home folder, of people and of the template, made hostile: each is read, or
 * refused by its name; nothing is written over it, and nothing that it holds is told.
 */
@Timeout(300)
class HostileHomeFilesAreNamedTest {

  private static final int CASES = 250;
  private static final String SECRET = "confidential";

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-home-files", getClass())
          .refusingBy(
              DamagedFileException.class,
              EmptyPeopleFileException.class,
              BadTemplateException.class)
          .hiding(SECRET);

  /** Reads a file, and looks at all of what it holds. */
  private interface Reader {
    void read(Path file) throws Exception;
  }

  @Test
  void everyFileIsReadOrRefusedByItsName() throws Exception {
    var secrets = folder.resolve("secrets.json");
    LocalSecrets.open(secrets, new SecureRandom());
    json(
        "secrets.json",
        Files.readString(secrets).replaceAll("(secret[^:]*: ?[\\\\\"]+)", "$1" + SECRET),
        file -> LocalSecrets.open(file, new SecureRandom()).value("any").ifPresent(String::length));

    var texts = folder.resolve("texts.json");
    KnownTexts.open(texts)
        .add(List.of(new Person("ana", SECRET + " rain"), new Person("bo", SECRET + " snow")));
    json(
        "texts.json",
        Files.readString(texts),
        file -> assertThat(KnownTexts.open(file).of("ana").length()).isNotNegative());

    var rules = folder.resolve("rules.json");
    var book = RuleBook.open(rules, InstantSource.system());
    book.declare("cycle", new Rate("rate(1 hour)"), true);
    book.declare("reconcile", new Rate("rate(15 minutes)"), false);
    json(
        "rules.json",
        Files.readString(rules),
        file ->
            assertThat(RuleBook.open(file, InstantSource.system()).all())
                .allSatisfy(rule -> assertThat(rule.rate().period()).isPositive()));

    RunningSystem.here(Map.of("AWS_REGION", "us-east-1", "KEY", SECRET)).tell(folder);
    json(
        Home.ENDPOINTS,
        Files.readString(folder.resolve(Home.ENDPOINTS)),
        file -> RunningSystem.find(file.getParent()).map(RunningSystem::environment));

    people();
    template();
    mutants();
    search.end();
  }

  private void json(String name, String valid, Reader reader) {
    search.search(
        name, CASES, random -> HostileJson.of(valid, random), input -> face(name, input, reader));
  }

  private void face(String name, HostileInput input, Reader reader) throws Exception {
    var file = folder.resolve("hostile").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, input.bytes());
    try {
      reader.read(file);
    } catch (DamagedFileException | EmptyPeopleFileException | BadTemplateException e) {
      assertThat(e).hasMessageContaining(name);
      throw e;
    } finally {
      assertThat(Files.readAllBytes(file)).as("the file itself").isEqualTo(input.bytes());
    }
  }

  private void people() {
    var valid =
        "{\"user_id\":\"ana\",\"text\":\"confidential rain\"}\n"
            + "{\"user_id\":\"zoë\",\"text\":\"confidential snow\"}\n";
    search.search(
        "people.jsonl",
        2 * CASES,
        random -> HostileJson.ofLines(valid, random),
        input -> face("people.jsonl", input, this::readPeople));
  }

  private void readPeople(Path file) {
    var people = PeopleFile.read(file);
    assertThat(people.people().size() + people.rejectedCount()).isPositive();
    people
        .rejected()
        .forEach(line -> assertThat(search.wrongInWords(line.toString())).as("line").isEmpty());
  }

  private void template() throws IOException {
    byte[] valid = Files.readAllBytes(Path.of("../template.yaml"));
    search.search(
        "template.yaml",
        CASES / 2,
        random -> HostileBytes.of(valid, random),
        input -> face("template.yaml", input, SamTemplate::read));
    var small =
        "Resources:\n  TryFunction:\n    Type: AWS::Serverless::Function\n    Properties:\n"
            + "      Handler: a.B\n      CodeUri: x.jar\n      MemorySize: 512\n"
            + "      Environment: {Variables: {A: !Sub '${AWS::Region}', B: !Ref Other}}\n"
            + "Parameters:\n  Other: {Type: String, Default: x}\n";
    search.search(
        "template.yaml, a small one",
        2 * CASES,
        random -> HostileBytes.of(small.getBytes(StandardCharsets.UTF_8), random),
        input -> face("template.yaml", input, SamTemplate::read));
    var json =
        "{\"Resources\":{\"TryFunction\":{\"Type\":\"AWS::Serverless::Function\",\"Properties\":"
            + "{\"Handler\":\"a.B\",\"CodeUri\":\"x.jar\",\"MemorySize\":512,\"Timeout\":3,"
            + "\"Environment\":{\"Variables\":{\"A\":\"1\"}}}}}}";
    search.search(
        "template.yaml, by structure",
        CASES,
        random -> HostileJson.of(json, random),
        input -> face("template.yaml", input, SamTemplate::read));
  }

  private void mutants() {
    var valid = "{\"ana\":\"" + SECRET + "\",\"bo\":\"" + SECRET + "\"}";
    search.notices(
        "a reader whose error is the parser's own",
        CASES,
        random -> HostileJson.of(valid, random),
        input -> {
          try {
            new ObjectMapper().readTree(input.bytes());
          } catch (IOException e) {
            throw new DamagedFileException(Path.of("texts.json"), e.toString());
          }
        });
    search.notices(
        "a reader that writes over what it can't read",
        CASES,
        random -> HostileJson.of(valid, random),
        input -> face("texts.json", input, file -> Files.writeString(file, "{}")));
  }
}
