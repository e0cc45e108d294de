package mosaicmatch.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.local.proof.FaultyPorts.Planned;
import mosaicmatch.proof.Fault;
import mosaicmatch.proof.Wrapping;
import org.junit.jupiter.api.Test;

class NothingIsLostUnderAnyTwoFaultsTest {

  @Test
  void singles() {
    long t0 = System.nanoTime();
    int runs = 0;
    var failures = new ArrayList<String>();
    var base = new FourPairs(List.of(), Wrapping.NONE, false, true);
    int n = base.run();
    base.trace().forEach(System.out::println);
    base.check();
    for (int call = 1; call <= n; call++) {
      for (var fault : Fault.values()) {
        if (fault == Fault.NONE) continue;
        runs++;
        var planned = List.of(new Planned(call, fault));
        try {
          var world = new FourPairs(planned, Wrapping.NONE, false, false);
          world.run();
          world.check();
        } catch (AssertionError | RuntimeException e) {
          failures.add(planned + " " + e);
          if (failures.size() == 1) {
            var again = new FourPairs(planned, Wrapping.NONE, false, true);
            try { again.run(); again.check(); } catch (AssertionError | RuntimeException e2) { e2.printStackTrace(System.out); }
            again.trace().forEach(System.out::println);
          }
        }
      }
    }
    System.out.println(runs + " runs, " + (System.nanoTime() - t0) / 1e6 + " ms");
    failures.forEach(System.out::println);
    assertThat(failures).isEmpty();
  }
}
