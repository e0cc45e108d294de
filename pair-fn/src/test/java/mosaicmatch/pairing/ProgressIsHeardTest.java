package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import mosaicmatch.pairing.Pools.Shape;
import org.junit.jupiter.api.Test;

class ProgressIsHeardTest {

  @Test
  void sharesNeverFallAndEndAtTheWhole() {
    var shares = new ArrayList<Double>();
    var pairing =
        new PriorityGreedy()
            .pair(Pools.draw(3, 401, 8, Shape.RANDOM, 0.1), (share, matched) -> shares.add(share));
    assertThat(pairing.unmatched()).isNotEmpty();
    assertThat(shares).isSorted().hasSizeGreaterThan(2);
    assertThat(shares.getLast()).isEqualTo(1.0);
  }

  @Test
  void whatTheListenerThrowsEndsThePairing() {
    var input = Pools.draw(3, 200, 8, Shape.RANDOM, 0.1);
    assertThatThrownBy(
            () ->
                new PriorityGreedy()
                    .pair(
                        input,
                        (share, matched) -> {
                          throw new IllegalStateException("the lock is lost");
                        }))
        .hasMessage("the lock is lost");
  }
}
