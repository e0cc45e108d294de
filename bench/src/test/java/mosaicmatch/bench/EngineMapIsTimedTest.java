package mosaicmatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EngineMapIsTimedTest {

  @Test
  void aStateIsTimedFromItsEntryToItsExit() throws IOException {
    var events =
        new ObjectMapper()
            .readTree(
                """
                [{"type":"MapStateEntered","state":"Each","at":1000},
                 {"type":"MapStateExited","state":"Each","at":3500}]
                """);
    assertThat(StateSpan.seconds(events, "Each")).isEqualTo(2.5);
    assertThatThrownBy(() -> StateSpan.seconds(events, "Other")).hasMessageContaining("Other");
  }

  @Test
  void theEngineRunsTheMapThatIsTimed() throws Exception {
    assertThat(EngineMap.run(50).seconds()).isPositive();
  }
}
