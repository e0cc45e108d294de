package mosaicmatch.local.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.CycleTeller;
import mosaicmatch.local.cycle.KnownTexts;
import mosaicmatch.local.nakama.NakamaDesk;
import mosaicmatch.pool.SeekerId;

/** What only a local system has of a person: their text, their account, and report pages. */
public final class HomeErasure {

  private final KnownTexts texts;
  private final Optional<NakamaDesk> nakama;
  private final Path reports;

  /** Over what a home folder holds, and the stand-in for Nakama if there is one. */
  public HomeErasure(KnownTexts texts, Optional<NakamaDesk> nakama, Path reports) {
    this.texts = texts;
    this.nakama = nakama;
    this.reports = reports;
  }

  /**
   * What was deleted.
   *
   * @param text whether there was a text
   * @param account whether there was an account at the stand-in for Nakama
   * @param reportPages how many pages told of the person, or of a cycle of theirs
   */
  public record Erased(boolean text, boolean account, int reportPages) {}

  /**
   * Erases a person.
   *
   * @param cycles cycles that had them, whose pages are deleted whatever they say
   * @throws IOException if a file can't be read or written
   * @throws InterruptedException if the thread was told to stop
   */
  public Erased erase(SeekerId person, Collection<CycleId> cycles)
      throws IOException, InterruptedException {
    boolean hadText = texts.forget(person.value());
    boolean hadAccount = nakama.isPresent() && nakama.get().deleteUser(person.value());
    int pages = 0;
    for (var page : pages()) {
      if (isOf(page, cycles) || mentions(page, person)) {
        Files.delete(page);
        pages++;
      }
    }
    return new Erased(hadText, hadAccount, pages);
  }

  private List<Path> pages() throws IOException {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (var files = Files.list(reports)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean isOf(Path page, Collection<CycleId> cycles) {
    var name = page.getFileName().toString();
    return cycles.stream().map(CycleTeller::fileName).anyMatch(name::equals);
  }

  private static boolean mentions(Path page, SeekerId person) throws IOException {
    var text = Files.readString(page);
    var escaped = person.value().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return text.contains(person.value()) || text.contains(escaped);
  }
}
