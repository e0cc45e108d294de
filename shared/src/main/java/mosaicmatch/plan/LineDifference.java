package mosaicmatch.plan;

import java.util.Optional;

/**
 * The first line in which a stored list differs from what it should hold.
 *
 * @param line its number, from 1
 * @param stored the stored line; empty if the list ends before it
 * @param expected the line that should be there; empty if the list should have ended
 */
public record LineDifference(int line, Optional<String> stored, Optional<String> expected) {}
