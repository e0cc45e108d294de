package mosaicmatch.local.operate;

import java.util.Collection;
import java.util.List;
import mosaicmatch.pair.PairUndo;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.UndoAnswer;

/**
 * What becomes of the members of undone pairs.
 *
 * @param putBack how many wait again
 * @param optedOut those who opted out after the match, and stay out
 * @param movedOn those who opted in anew or were matched since, and stay so
 * @param gone those who are erased or unknown
 */
public record UndonePeople(
    int putBack, List<SeekerId> optedOut, List<SeekerId> movedOn, List<SeekerId> gone) {

  static UndonePeople of(Collection<PairUndo.Member> members) {
    return new UndonePeople(
        those(members, UndoAnswer.PUT_BACK).size(),
        those(members, UndoAnswer.OPTED_OUT),
        those(members, UndoAnswer.MOVED_ON),
        those(members, UndoAnswer.GONE));
  }

  private static List<SeekerId> those(Collection<PairUndo.Member> members, UndoAnswer answer) {
    return members.stream()
        .filter(member -> member.answer() == answer)
        .map(member -> member.optIn().userId())
        .sorted()
        .toList();
  }
}
