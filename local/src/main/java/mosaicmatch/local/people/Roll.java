package mosaicmatch.local.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of a file so far, and the lines that describe nobody. */
final class Roll {

  private static final int MAX_PEOPLE = 200_000;
  private static final int MAX_REJECTED_KEPT = 1_000;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<RejectedLine> rejected = new ArrayList<>();
  private long rejectedCount;

  private record Entry(Person person, long line) {}

  void take(LineReader.Line line) {
    try {
      if (!line.isBlank()) {
        add(PersonLine.parse(line.text()), line.number());
      }
    } catch (IllegalArgumentException e) {
      reject(new RejectedLine(line.number(), String.valueOf(e.getMessage())));
    }
  }

  private void add(Person person, long line) {
    var earlier = entries.get(person.userId());
    if (earlier != null) {
      throw new IllegalArgumentException("user_id is that of line " + earlier.line() + " already");
    }
    if (entries.size() == MAX_PEOPLE) {
      throw new IllegalArgumentException("the file has more than 200,000 people");
    }
    entries.put(person.userId(), new Entry(person, line));
  }

  private void reject(RejectedLine line) {
    rejectedCount++;
    if (rejected.size() < MAX_REJECTED_KEPT) {
      rejected.add(line);
    }
  }

  boolean isEmpty() {
    return entries.isEmpty() && rejectedCount == 0;
  }

  PeopleFile toFile() {
    return new PeopleFile(
        entries.values().stream().map(Entry::person).toList(), rejected, rejectedCount);
  }
}
