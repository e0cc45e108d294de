package mosaicmatch.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mosaicmatch.local.people.PeopleFile;
import mosaicmatch.local.people.Person;

/** More people than the sample has: each says what two people of the sample say. */
final class ManyPeople {

  private ManyPeople() {}

  static void write(Path file, int howMany) throws IOException {
    var sample = PeopleFile.sample().people();
    var json = new ObjectMapper();
    var lines = new ArrayList<String>();
    for (int i = 0; i < howMany; i++) {
      lines.add(
          json.createObjectNode()
              .put("user_id", "bench-%06d".formatted(i))
              .put("text", text(sample, i))
              .toString());
    }
    Files.write(file, lines);
  }

  private static String text(List<Person> sample, int i) {
    int one = i % sample.size();
    int other = (one + 1 + i / sample.size()) % sample.size();
    return sample.get(one).text() + " " + sample.get(other).text();
  }
}
