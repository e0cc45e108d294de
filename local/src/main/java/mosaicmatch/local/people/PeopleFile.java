package mosaicmatch.local.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file of people says: one JSON object {@code {"user_id", "text"}} a line, UTF-8. Blank
 * lines, a byte order mark and CRLF are fine. A bad line never stops the good ones.
 *
 * @param people who can be opted in, in the order of the file, no id twice, at most 200,000
 * @param rejected the first 1,000 lines that describe nobody, in the order of the file
 * @param rejectedCount how many lines describe nobody in all
 */
public record PeopleFile(List<Person> people, List<RejectedLine> rejected, long rejectedCount) {

  /** Keeps copies. */
  public PeopleFile {
    people = List.copyOf(people);
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads a file line by line.
   *
   * @throws UnreadablePeopleFileException if it is missing, a folder, not allowed, or breaks off
   * @throws EmptyPeopleFileException if no line says anything
   */
  public static PeopleFile read(Path path) {
    try (var bytes = Files.newInputStream(path)) {
      return read(path, bytes);
    } catch (IOException e) {
      throw new UnreadablePeopleFileException(path, e);
    }
  }

  /** The 300 people that ship with MosaicMatch. */
  public static PeopleFile sample() {
    var resource = Path.of("sample", "people.jsonl");
    try (var bytes = PeopleFile.class.getResourceAsStream("/sample/people.jsonl")) {
      if (bytes == null) {
        throw new IOException("the sample is missing from the class path");
      }
      return read(resource, bytes);
    } catch (IOException e) {
      throw new UnreadablePeopleFileException(resource, e);
    }
  }

  private static PeopleFile read(Path path, InputStream bytes) throws IOException {
    var roll = new Roll();
    var lines = new LineReader(bytes);
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      roll.take(line.get());
    }
    if (roll.isEmpty()) {
      throw new EmptyPeopleFileException(path);
    }
    return roll.toFile();
  }
}
