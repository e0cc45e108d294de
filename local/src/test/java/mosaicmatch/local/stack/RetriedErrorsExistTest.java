package mosaicmatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mosaicmatch.pairing.PairingOutOfTimeException;
import mosaicmatch.pairing.PoolUnusableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lambda names an error by its class, so a class that was renamed would silently not be retried.
 */
class RetriedErrorsExistTest {

  private static final Set<String> OF_AWS = Set.of("Lambda", "Runtime", "Sandbox", "States");

  static Stream<String> ourErrors() throws IOException {
    return retried().stream().filter(name -> !OF_AWS.contains(name.split("\\.", 2)[0]));
  }

  private static Set<String> retried() throws IOException {
    try (var file = RetriedErrorsExistTest.class.getResourceAsStream("/statemachine.asl.json")) {
      var names = new TreeSet<String>();
      for (JsonNode errors : new ObjectMapper().readTree(file).findValues("ErrorEquals")) {
        errors.forEach(error -> names.add(error.asText()));
      }
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("ourErrors")
  void everyRetriedErrorIsAnExceptionOfTheFunctions(String name) throws ClassNotFoundException {
    assertThat(RuntimeException.class.isAssignableFrom(Class.forName(name))).isTrue();
  }

  @Test
  void whatWouldFailAgainIsNotRetried() throws IOException {
    assertThat(retried())
        .doesNotContain(
            PairingOutOfTimeException.class.getName(),
            PoolUnusableException.class.getName(),
            "States.ALL",
            "States.TaskFailed");
  }

  @Test
  void outagesOfEveryNeighbourAreRetried() throws IOException {
    assertThat(retried())
        .contains(
            "mosaicmatch.traits.TraitServiceUnavailableException",
            "mosaicmatch.nakama.NakamaUnavailableException",
            "mosaicmatch.aws.StoreUnavailableException");
  }
}
