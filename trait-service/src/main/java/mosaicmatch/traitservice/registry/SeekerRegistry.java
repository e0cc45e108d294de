package mosaicmatch.traitservice.registry;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The register of seekers. Every call is one atomic step; each may be repeated, and calls of any
 * callers may come in any order. All throw {@link mosaicmatch.aws.StoreUnavailableException} when
 * the store does not answer.
 */
public interface SeekerRegistry {

  /**
   * A register in a DynamoDB table.
   *
   * @param table made by {@link SeekerTable#createRequest}
   */
  static SeekerRegistry inDynamoDb(
      DynamoDbClient client, String table, CoolDown coolDown, InstantSource clock) {
    return new DynamoSeekerRegistry(client, table, coolDown, clock);
  }

  /** A register in this process's memory, gone with it. */
  static SeekerRegistry inMemory(CoolDown coolDown, InstantSource clock) {
    return new InMemorySeekerRegistry(coolDown, clock);
  }

  /** What is known of a person; a row of status {@code NONE} if nothing is. */
  Seeker find(SeekerId id);

  /** Puts a person into the pool; someone who waits already keeps that opt-in. */
  Seeker optIn(SeekerId id);

  /** Takes a person out of the pool. Someone matched stays so, and does not wait again later. */
  Seeker optOut(SeekerId id);

  /** Forgets all but the id and the time of the last opt-in. Others' blocks of them stay. */
  Seeker erase(SeekerId id);

  /**
   * Matches one side of a pair: the one point at which it is decided that these two may meet.
   *
   * @return why not; empty if they are matched now, or were by the same call before
   */
  Optional<MatchRefusal> match(Proposal proposal);

  /** Counts a missed cycle once, in cycle order, for that opt-in only; whether it was counted. */
  boolean countMissed(Missed missed);

  /**
   * Gives a pair up for good: undoes a match by it, with opt-in time and missed cycles kept, and
   * refuses it from now on.
   *
   * @return whether the person waits again because of this call
   */
  boolean voidMatch(Proposal proposal);

  /**
   * Takes a completed match back: whoever is still where this pair left them waits again, by an
   * opt-in one millisecond later, with missed cycles kept; whoever opted out meanwhile is out. The
   * pair is refused from now on.
   */
  Undoing undoMatch(Proposal proposal);

  /** Forgets in a person's row that they met, or were matched with, somebody who is erased. */
  void forgetMeeting(SeekerId of, SeekerId erased);

  /**
   * Blocks somebody; both are excluded from each other.
   *
   * @throws TooManyBlocksException if one of the two rows is full
   */
  void block(SeekerId by, SeekerId other);

  /** Takes a block back; the other one's own block stays. */
  void unblock(SeekerId by, SeekerId other);

  /**
   * Lists those who wait, oldest opt-in first within each shard.
   *
   * @param limit 1 to 1000
   * @param cursor where the last page ended
   * @throws BadCursorException if the cursor is none of ours
   */
  SeekerPage waiting(int limit, Optional<String> cursor);

  /** Which of these wait now. */
  Set<SeekerId> waitingAmong(Collection<SeekerId> ids);
}
