package mosaicmatch.local.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.CycleTeller;
import mosaicmatch.local.cycle.KnownTexts;
import mosaicmatch.local.nakama.NakamaStandIn;
import mosaicmatch.pool.SeekerId;

/** What only a local system has of a person: their text, their account, and report pages. */
public final class HomeErasure {

  private final KnownTexts texts;
  private final NakamaStandIn nakama;
  private final Path reports;

  /** Over what a home folder holds. */
  public HomeErasure(KnownTexts texts, NakamaStandIn nakama, Path reports) {
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
   */
  public Erased erase(SeekerId person, Collection<CycleId> cycles) throws IOException {
    boolean hadText = texts.forget(person.value());
    boolean hadAccount = nakama.deleteUser(person.value());
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
