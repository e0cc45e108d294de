package mosaicmatch.local.progress;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What the place that is written to can show.
 *
 * @param live true if a line can be drawn over
 * @param colour true if colours are welcome
 * @param unicode true if its encoding has more than ASCII
 * @param columns its width in characters
 */
public record Terminal(boolean live, boolean colour, boolean unicode, int columns) {

  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;
  private static final int MOST_COLUMNS = 500;

  /** Straightens the width. */
  public Terminal {
    columns = Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
  }

  /** The place that this process writes to. */
  public static Terminal ofThisProcess() {
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return of(System.getenv(), console.isPresent(), System.out.charset());
  }

  /**
   * Decides by the environment: {@code TERM=dumb} can draw over nothing, {@code NO_COLOR} (set and
   * not empty, see no-color.org) wants no colours, {@code COLUMNS} is the width.
   *
   * @param interactive true if a terminal is there at all, not a file or a pipe
   */
  public static Terminal of(
      Map<String, String> environment, boolean interactive, Charset encoding) {
    boolean live = interactive && !"dumb".equals(environment.get("TERM"));
    boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(live, colour, isUnicode(encoding), columns(environment));
  }

  private static boolean isUnicode(Charset encoding) {
    return encoding.equals(StandardCharsets.UTF_8);
  }

  private static int columns(Map<String, String> environment) {
    var columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }
}
