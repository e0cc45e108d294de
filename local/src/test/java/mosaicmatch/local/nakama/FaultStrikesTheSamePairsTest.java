package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultStrikesTheSamePairsTest extends StandInTest {

  private static final String BREAK = "nakama:0.3";

  private Fault fault = Fault.none();

  @Override
  NakamaSettings settings() {
    return super.settings().breaking(fault);
  }

  private static List<String> pairs() {
    return IntStream.range(0, 10_000).mapToObj(i -> "a-" + i + "#b-" + i).toList();
  }

  private static Set<String> struck(Fault fault) {
    return pairs().stream().filter(fault::strikes).collect(Collectors.toSet());
  }

  @Test
  void threePairsInTenAndAlwaysThose() {
    assertThat(struck(Fault.parse(BREAK))).hasSizeBetween(2_850, 3_150);
    assertThat(struck(Fault.parse(BREAK))).isEqualTo(struck(Fault.parse(BREAK)));
    assertThat(struck(Fault.parse("nakama:0.3@7"))).isNotEqualTo(struck(Fault.parse(BREAK)));
    assertThat(struck(Fault.parse("nakama:0.5"))).containsAll(struck(Fault.parse(BREAK)));
    assertThat(struck(Fault.parse("nakama:1"))).hasSize(10_000);
    assertThat(struck(Fault.none())).isEmpty();
  }

  @Test
  void struckPairFailsUntilTheFaultIsGone() {
    fault = Fault.parse(BREAK);
    restart();
    String partner = partnerWhere(fault::strikes);

    for (int i = 0; i < 3; i++) {
      Caller.Answer answer = caller.create("ada", partner);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo(14);
    }
    assertThat(standIn.rooms()).isEmpty();

    fault = Fault.none();
    restart();
    assertThat(caller.create("ada", partner).created()).isTrue();
  }

  private String partnerWhere(Predicate<String> pairKey) {
    String partner =
        IntStream.range(0, 1000)
            .mapToObj(i -> "partner-" + i)
            .filter(id -> pairKey.test("ada#" + id))
            .findFirst()
            .orElseThrow();
    standIn.addUsers(List.of(NakamaProfile.of(partner)));
    return partner;
  }

  @Test
  void otherPairsAndOtherRpcsWork() {
    fault = Fault.parse(BREAK);
    restart();
    String spared = partnerWhere(pair -> !fault.strikes(pair));
    String struck = partnerWhere(fault::strikes);

    assertThat(caller.create("ada", spared).status()).isEqualTo(200);
    assertThat(caller.close("ada", struck).status()).isEqualTo(200);
    assertThat(caller.call("mosaic_users", Map.of("user_ids", List.of(struck))).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nakama", "nakama:", "nakama:x", "nakama:-0.3", "chat:0.3", "0.3"})
  void wrongFormIsToldWithAnExample(String text) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("such as nakama:0.3; not '" + text + "'");
  }

  @Test
  void shareAboveOneIsRefused() {
    assertThatThrownBy(() -> Fault.parse("nakama:30"))
        .hasMessage("the share of pairs that fail must be 0 to 1, such as 0.3, not 30.0");
  }
}
