package mosaicmatch.local.progress;

/** A bar of fixed width, partly filled. */
final class Bar {

  static final int WIDTH = 24;

  private static final String COLOUR = "\u001B[36m";
  private static final String DIM = "\u001B[2m";
  private static final String PLAIN = "\u001B[0m";

  private final String full;
  private final String empty;
  private final boolean colour;

  Bar(Terminal terminal) {
    full = terminal.unicode() ? "━" : "#";
    empty = terminal.unicode() ? terminal.colour() ? "━" : "─" : ".";
    colour = terminal.colour();
  }

  /** The bar filled to a share of 0 to 1; full only when all is done. */
  String at(double share) {
    int filled = (int) Math.floor(share * WIDTH);
    var done = full.repeat(filled);
    var todo = empty.repeat(WIDTH - filled);
    return colour ? COLOUR + done + PLAIN + DIM + todo + PLAIN : done + todo;
  }
}
