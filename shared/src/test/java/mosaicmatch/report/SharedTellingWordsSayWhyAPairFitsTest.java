package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTellingWordsSayWhyAPairFitsTest {

  @Test
  void functionWordsTellNothing() {
    assertThat(shared("I would love to go there with you", "you would love to be there")).isEmpty();
  }

  @Test
  void wordsOfManyTellNothing() {
    var pool = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      pool.add(i < 20 ? "coffee drinker" : "baker");
    }
    pool.addAll(List.of("coffee and sourdough", "sourdough then coffee"));
    var words = new TellingWords(pool);
    assertThat(words.shared("coffee and sourdough", "sourdough then coffee").keySet())
        .containsExactly("sourdough");
  }

  @Test
  void rarestWordComesFirst() {
    var pool =
        List.of("chess endgames", "chess endgames", "chess openings", "tennis", "rowing", "judo");
    assertThat(new TellingWords(pool).shared(pool.get(0), pool.get(1)).keySet())
        .containsExactly("endgame", "chess");
  }

  @Test
  void formsOfAWordAreOneWordWhenThePoolHasThePlainForm() {
    assertThat(shared("baking bread", "bakes cakes")).containsExactly("bake");
    assertThat(shared("a swimmer in ponds, swim", "swimming")).containsExactly("swim");
    assertThat(shared("Climbing with a climber", "they climb")).containsExactly("climb");
    assertThat(shared("two cities, a puppy", "one city, puppies")).containsExactly("city", "puppy");
    assertThat(shared("the neighbour's fence", "neighbours")).containsExactly("neighbour");
  }

  @Test
  void wordsThatOnlyLookAlikeStayApart() {
    assertThat(shared("string quartet", "str")).isEmpty();
    assertThat(shared("flower garden", "flow of traffic")).isEmpty();
    assertThat(shared("a plane to catch", "planning permission, plan")).isEmpty();
  }

  @Test
  void pageMarksThemInBothTexts() {
    assertThat(ReportPage.of(Reports.ofPair("Baking bread", "She bakes cakes, bakes pies")))
        .contains("<mark>Baking</mark> bread", "She <mark>bakes</mark> cakes, <mark>bakes</mark>")
        .contains("<li dir=\"auto\">baking</li>");
  }

  @Test
  void pageSaysSoWhenThereAreNone() {
    assertThat(ReportPage.of(Reports.ofPair("Trumpet", "Saxophone")))
        .contains("No telling word in common");
  }

  @Test
  void similarityIsHeldAgainstRandomPairs() {
    var baseline = new Baseline(List.of(0.1, 0.2, 0.2, 0.3));
    assertThat(baseline.standing(0.25)).isEqualTo("closer than 75% of random pairs");
    assertThat(baseline.standing(0.2)).isEqualTo("closer than 25% of random pairs");
    assertThat(baseline.standing(0.4)).isEqualTo("closer than all 4 random pairs");
    assertThat(new Baseline(List.of()).standing(0.4)).startsWith("no random pairs");
  }

  private static Iterable<String> shared(String one, String other) {
    return new TellingWords(List.of(one, other)).shared(one, other).keySet();
  }
}
