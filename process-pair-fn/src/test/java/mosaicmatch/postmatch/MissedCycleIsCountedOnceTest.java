package mosaicmatch.postmatch;

import static mosaicmatch.lambda.JsonCall.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import mosaicmatch.traits.TraitServiceUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissedCycleIsCountedOnceTest {

  private final PostMatchWorld world = new PostMatchWorld();
  private final String both = json(List.of(world.ann, world.ben));

  @Test
  void everyWaitingSeekerOfTheBatchIsCounted() {
    assertThat(world.update(both))
        .isEqualTo("{\"kind\":\"unmatched\",\"counted\":2,\"seekers\":2}");
    assertThat(world.seekers.missedCycles(world.ann.userId())).isEqualTo(1);
  }

  @Test
  void repeatedCallGetsTheStoredAnswer() {
    var first = world.update(both);
    world.seekers.down(true);
    assertThat(world.update(both)).isEqualTo(first);
    assertThat(world.seekers.missedCycles(world.ann.userId())).isEqualTo(1);
  }

  @Test
  void whoeverIsMatchedIsNotCounted() {
    world.process(world.cycle);
    assertThat(world.update(both)).contains("\"counted\":0");
  }

  @Test
  void outageLeavesNoAnswerAndTheNextCallCounts() {
    world.seekers.down(true);
    assertThatThrownBy(() -> world.update(both))
        .isInstanceOf(TraitServiceUnavailableException.class);
    world.seekers.down(false);
    assertThat(world.update(both)).contains("\"counted\":2");
  }

  @Test
  void emptyAndOversizedBatchesAreRefused() {
    var many = json(Collections.nCopies(101, world.ann));
    for (var wrong : List.of("[]", many)) {
      assertThatThrownBy(() -> world.update(wrong))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("seekers must hold 1 to 100 opt-ins");
    }
  }

  static Stream<Function<AwsClients, Object>> functions() {
    return Stream.of(ProcessPairHandler::new, UpdateUnmatchedHandler::new);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionStartsWithItsSettingsAndNamesWrongOnes(Function<AwsClients, Object> function) {
    var settings =
        Map.of(
            "AWS_REGION", "eu-west-1",
            "MOSAIC_NAKAMA_URL", "http://127.0.0.1:9",
            "MOSAIC_TRAIT_SERVICE_URL", "http://127.0.0.1:9");
    assertThat(function.apply(new AwsClients(new Environment(settings)))).isNotNull();
    var wrong = new HashMap<>(settings);
    wrong.put("MOSAIC_TRAIT_SERVICE_URL", "ftp://traits");
    assertThatThrownBy(() -> function.apply(new AwsClients(new Environment(wrong))))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("MOSAIC_TRAIT_SERVICE_URL");
  }
}
