package mosaicmatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searches each small world to its end: with all rules, and without each of them. */
class ProtocolKeepsItsPromisesTest {

  private record World(String name, Search.Found found) {}

  private record Mutation(Mutant mutant, Search.Found found) {

    Optional<Promise> broken() {
      return found.counterExample().map(CounterExample::promise);
    }

    boolean isAsNamed() {
      return broken().equals(mutant.breaks());
    }

    @Override
    public String toString() {
      return mutant + ": " + found.counterExample().map(CounterExample::toString).orElse("safe");
    }
  }

  private static List<World> worlds = List.of();
  private static List<Mutation> mutations = List.of();
  private static double seconds;

  @BeforeAll
  static void searchAll() {
    long began = System.nanoTime();
    worlds = Stream.concat(Stream.of(lock()), pairs()).toList();
    mutations =
        Mutant.ALL.parallelStream().map(mutant -> new Mutation(mutant, mutant.search())).toList();
    seconds = (System.nanoTime() - began) / 1e9;
  }

  private static World lock() {
    var allRules = EnumSet.allOf(Rule.class);
    return new World(
        "the lock, three executions",
        Search.through(new LockModel(allRules, Scenarios.OF_THE_LOCK)));
  }

  private static Stream<World> pairs() {
    return Scenarios.ALL.parallelStream()
        .map(scenario -> new World(scenario.name(), Search.through(PairModel.of(scenario))))
        .toList()
        .stream();
  }

  @AfterAll
  static void report() {
    worlds.forEach(world -> System.out.println(world.name + ": " + world.found.states()));
    var breaking = mutations.stream().filter(m -> m.mutant.breaks().isPresent()).toList();
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofStates(
                    "protocol-model",
                    ProtocolKeepsItsPromisesTest.class,
                    worlds.stream().mapToLong(world -> world.found.states()).sum(),
                    (int) violations().count(),
                    seconds)
                .withMutants(
                    breaking.size(), (int) breaking.stream().filter(Mutation::isAsNamed).count()));
  }

  private static Stream<String> violations() {
    return worlds.stream()
        .flatMap(
            world ->
                world.found.counterExample().stream().map(broken -> world.name + ": " + broken));
  }

  @Test
  void everyPromiseHoldsInEveryWorld() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void eachMutantBreaksThePromiseThatItNamesOrNone() {
    assertThat(mutations).isNotEmpty().allMatch(Mutation::isAsNamed);
  }

  @Test
  void eachRuleIsTakenAwayOnce() {
    Set<Rule> taken =
        Mutant.ALL.stream()
            .flatMap(mutant -> mutant.without().stream())
            .collect(Collectors.toSet());
    assertThat(taken).containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void aCounterExampleIsAShortestWayInTheWordsOfTheDomain() {
    var broken =
        mutations.stream()
            .filter(m -> m.mutant.without().equals(EnumSet.of(Rule.FAILING_BEFORE_CLOSE)))
            .findFirst()
            .flatMap(m -> m.found.counterExample())
            .orElseThrow();
    assertThat(broken.steps()).hasSize(14).contains("the account of a is made anew");
    assertThat(broken.toString())
        .startsWith("broken: a pair that completed has not exactly one room (promise 3)")
        .contains("an attempt at c1 a1#b1: match the first -> match the second");
  }
}
