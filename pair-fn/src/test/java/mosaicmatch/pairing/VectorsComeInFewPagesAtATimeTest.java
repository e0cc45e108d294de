package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.SeekerVectors;
import mosaicmatch.traits.TraitServiceUnavailableException;
import org.junit.jupiter.api.Test;

class VectorsComeInFewPagesAtATimeTest {

  private static final int PAGES = 12;
  private static final List<Seeker> POOL = pool(PAGES * VectorPages.PAGE);

  private static List<Seeker> pool(int seekers) {
    var pool = new ArrayList<Seeker>();
    for (int i = 0; i < seekers; i++) {
      pool.add(Pools.seeker("s" + i, 0, 0));
    }
    return pool;
  }

  private static Map<SeekerId, float[]> page(List<SeekerId> ids) {
    var page = new HashMap<SeekerId, float[]>();
    ids.forEach(id -> page.put(id, new float[] {1}));
    return page;
  }

  /** Counts pages from the asking until this thread has taken them over. */
  @Test
  void pagesInMemoryBesideTheVectorsAreBounded() {
    var calls = new CallsAtATime(VectorPages.AT_A_TIME);
    SeekerVectors slow =
        ids -> {
          calls.begin();
          return page(ids);
        };
    var fetched = new VectorPages(slow).fetch(POOL, calls::end);
    assertThat(fetched).hasSize(POOL.size());
    assertThat(calls.most()).isEqualTo(VectorPages.AT_A_TIME);
  }

  @Test
  void arraysAreThoseThatWereReadAndNotCopies() {
    var read = Collections.synchronizedMap(new HashMap<SeekerId, float[]>());
    SeekerVectors remembered =
        ids -> {
          var page = page(ids);
          read.putAll(page);
          return page;
        };
    new VectorPages(remembered)
        .fetch(POOL.subList(0, 2500), () -> {})
        .forEach((id, vector) -> assertThat(vector).isSameAs(read.get(id)));
  }

  @Test
  void pageThatFailsEndsItByItsOwnNameAndNoFurtherPageIsAskedFor() {
    var asked = new AtomicInteger();
    SeekerVectors down =
        ids -> {
          asked.incrementAndGet();
          throw new TraitServiceUnavailableException("down");
        };
    assertThatThrownBy(() -> new VectorPages(down).fetch(POOL, () -> {}))
        .isInstanceOf(TraitServiceUnavailableException.class)
        .hasMessage("down");
    assertThat(asked).hasValueLessThanOrEqualTo(VectorPages.AT_A_TIME);
  }

  @Test
  void idThatThePoolNamesTwiceIsAskedForOnce() {
    var asked = Collections.synchronizedList(new ArrayList<SeekerId>());
    SeekerVectors counted =
        ids -> {
          asked.addAll(ids);
          return page(ids);
        };
    var twice = List.of(POOL.get(0), POOL.get(1), POOL.get(0));
    assertThat(new VectorPages(counted).fetch(twice, () -> {})).hasSize(2);
    assertThat(asked).doesNotHaveDuplicates();
  }
}
