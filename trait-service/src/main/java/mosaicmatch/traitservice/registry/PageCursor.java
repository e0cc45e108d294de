package mosaicmatch.traitservice.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mosaicmatch.pool.SeekerId;

/**
 * Where a page of waiting seekers ended: in a shard, after one of its seekers.
 *
 * @param shard 0 to 15
 * @param after the last one given; empty at the shard's start
 */
record PageCursor(int shard, Optional<After> after) {

  static final PageCursor START = new PageCursor(0, Optional.empty());

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,2})(?::(\\d{1,19}):(.+))?", Pattern.DOTALL);

  /** A seeker in the order of their shard. */
  record After(long optedInAt, SeekerId id) implements Comparable<After> {
    @Override
    public int compareTo(After other) {
      int byTime = Long.compare(optedInAt, other.optedInAt);
      return byTime == 0 ? id.compareTo(other.id) : byTime;
    }
  }

  /** The first place of the next shard. */
  PageCursor nextShard() {
    return new PageCursor(shard + 1, Optional.empty());
  }

  PageCursor after(long optedInAt, SeekerId id) {
    return new PageCursor(shard, Optional.of(new After(optedInAt, id)));
  }

  String text() {
    String plain = shard + after.map(a -> ":" + a.optedInAt + ":" + a.id.value()).orElse("");
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static PageCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      Matcher form = FORM.matcher(plain);
      int shard = form.matches() ? Integer.parseInt(form.group(1)) : Shards.COUNT;
      if (shard >= Shards.COUNT) {
        throw new BadCursorException();
      }
      PageCursor start = new PageCursor(shard, Optional.empty());
      return form.group(2) == null
          ? start
          : start.after(Long.parseLong(form.group(2)), new SeekerId(form.group(3)));
    } catch (IllegalArgumentException _) {
      throw new BadCursorException();
    }
  }
}
