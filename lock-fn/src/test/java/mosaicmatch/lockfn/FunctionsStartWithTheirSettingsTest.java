package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsStartWithTheirSettingsTest {

  static Stream<Function<AwsClients, Object>> functions() {
    return Stream.of(
        OpenCycleHandler::new,
        CloseCycleHandler::new,
        CompleteCycleHandler::new,
        ReleaseOnFailureHandler::new);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionStartsOnDefaults(Function<AwsClients, Object> function) {
    assertThat(function.apply(new AwsClients(new Environment(Map.of("AWS_REGION", "eu-west-1")))))
        .isNotNull();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aWrongSettingIsNamedAtStart(Function<AwsClients, Object> function) {
    var wrong = Map.of("AWS_REGION", "eu-west-1", "MOSAIC_LEASE_SECONDS", "five");
    assertThatThrownBy(() -> function.apply(new AwsClients(new Environment(wrong))))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("MOSAIC_LEASE_SECONDS=300");
  }
}
