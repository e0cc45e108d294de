package mosaicmatch.local.cycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import mosaicmatch.local.home.JsonFile;
import mosaicmatch.local.people.Person;

/**
 * The texts of the people who were ever opted in on this machine, for its reports: the trait
 * service itself keeps none.
 */
public final class KnownTexts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, String> texts;

  private KnownTexts(Path file, Map<String, String> texts) {
    this.file = file;
    this.texts = texts;
  }

  /** Reads them; none if the file is not there yet. */
  public static KnownTexts open(Path file) throws IOException {
    return new KnownTexts(
        file, Files.exists(file) ? new HashMap<>(JsonFile.texts(file)) : new HashMap<>());
  }

  /** Adds people, or their new texts. */
  public void add(Collection<Person> people) throws IOException {
    people.forEach(person -> texts.put(person.userId(), person.text()));
    write();
  }

  /** Forgets somebody; says whether anything was known of them. */
  public boolean forget(String userId) throws IOException {
    boolean known = texts.remove(userId) != null;
    if (known) {
      write();
    }
    return known;
  }

  private void write() throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    JSON.writeValue(fresh.toFile(), texts);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What is known of somebody; empty if nothing is. */
  public String of(String userId) {
    return texts.getOrDefault(userId, "");
  }
}
