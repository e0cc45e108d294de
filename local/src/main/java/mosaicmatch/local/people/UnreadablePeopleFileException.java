package mosaicmatch.local.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of people is missing, is a folder, may not be read, or broke off while being read. */
public final class UnreadablePeopleFileException extends UncheckedIOException {

  UnreadablePeopleFileException(Path path, IOException cause) {
    super("cannot read " + path + ": " + inWords(path, cause), cause);
  }

  private static String inWords(Path path, IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      default -> Files.isDirectory(path) ? "it is a folder" : String.valueOf(cause.getMessage());
    };
  }
}
