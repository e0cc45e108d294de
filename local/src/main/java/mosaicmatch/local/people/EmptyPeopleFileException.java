package mosaicmatch.local.people;

import java.nio.file.Path;

/** The file of people has no line that says anything. */
public final class EmptyPeopleFileException extends RuntimeException {

  EmptyPeopleFileException(Path path) {
    super(path + " is empty; each line must be like {\"user_id\": \"anna-7\", \"text\": \"…\"}");
  }
}
