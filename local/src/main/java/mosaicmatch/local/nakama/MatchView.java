package mosaicmatch.local.nakama;

import java.util.Optional;

/**
 * A match as the stand-in sees it.
 *
 * @param room its room, if it is open
 * @param notified1 how many notifications the first member of the pair key has, over all cycles
 * @param notified2 the same of the second
 */
public record MatchView(Optional<Room> room, int notified1, int notified2) {}
