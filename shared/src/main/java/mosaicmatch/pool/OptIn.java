package mosaicmatch.pool;

import java.time.Instant;

/**
 * One person's opt-in: who, and when. Each opt-in of a person is later than the one before it, so
 * the two together name it for ever.
 *
 * @param userId who
 * @param optedInAt when, to the millisecond
 */
public record OptIn(SeekerId userId, Instant optedInAt) {}
