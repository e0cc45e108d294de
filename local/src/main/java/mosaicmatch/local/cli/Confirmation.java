package mosaicmatch.local.cli;

import java.io.Console;
import java.util.Optional;

/** Asks before something that can't be taken back. */
final class Confirmation {

  private Confirmation() {}

  /** True if somebody at a terminal says y. */
  static boolean isGiven(String question) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readLine("%s [y/N] ", question))
        .filter(answer -> answer.strip().equalsIgnoreCase("y"))
        .isPresent();
  }
}
