package mosaicmatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lambda.SomeContext;
import mosaicmatch.local.events.SampleCycle;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each function of the template faces its sample event made hostile, first in front of stores that
 * are closed, then over those of a running system: it does its work, or throws a named error; one
 * that refuses its event has written nothing.
 */
@Timeout(300)
class HostileEventsAreRefusedTest {

  private static final int BEFORE = 250;
  private static final int WITHIN = 15;

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-events", getClass()).refusingByOwnErrors();

  @Test
  void everyFunctionOfTheTemplateRefusesWhatIsNotItsEvent() throws Exception {
    var home = folder.resolve("home");
    var variables = Map.of("MOSAIC_HOME", home.toString(), "MOSAIC_METRICS", "off");
    try (var stack = Stack.start(LocalSettings.of(new Environment(variables)));
        var samples = new SampleCycle(stack)) {
      samples.optIn();
      for (var function : CycleFunction.values()) {
        samples.play(function);
      }
      var closed = new CountedStores(stack, true);
      var open = new CountedStores(stack, false);
      for (var function : functionsOfTheTemplate()) {
        var event = SampleCycle.sample(function);
        var name = function.functionName();
        search(name + " before its stores", BEFORE, function.handler(closed), closed, event, home);
        search(name, WITHIN, function.handler(open), open, event, home);
      }
      var event = SampleCycle.sample(CycleFunction.OPEN_CYCLE);
      var unchecked = new NothingChecked(open.dynamoDb());
      search.notices(
          "a function that writes before it checks",
          BEFORE,
          random -> HostileJson.of(event, random),
          input -> call(unchecked, input, open, home));
    }
    search.end();
  }

  private void search(
      String subject,
      int cases,
      RequestStreamHandler handler,
      CountedStores stores,
      String event,
      Path home) {
    search.search(
        subject,
        cases,
        random -> HostileJson.of(event, random),
        input -> call(handler, input, stores, home));
  }

  private static Stream<CycleFunction> all() {
    return Stream.of(CycleFunction.values());
  }

  /** Fails if the template has a function that is not here. */
  private static Iterable<CycleFunction> functionsOfTheTemplate() throws Exception {
    var known = all().collect(Collectors.toMap(CycleFunction::functionName, Function.identity()));
    var names =
        SamTemplate.read(Path.of("../template.yaml")).functions().stream()
            .map(TemplateFunction::name)
            .toList();
    assertThat(known.keySet()).containsExactlyInAnyOrderElementsOf(names);
    return names.stream().map(known::get).toList();
  }

  private static void call(
      RequestStreamHandler handler, HostileInput event, CountedStores stores, Path home)
      throws Exception {
    long before = stores.writes();
    long log = Files.size(home.resolve("nakama/nakama.log"));
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event.bytes()), out, SomeContext.CONTEXT);
      assertThat(out.size()).as("answer").isPositive();
    } catch (StoreUnavailableException e) {
      assertThat(stores.areClosed()).as("an event taken for an outage: " + e).isTrue();
    } catch (BadInputException e) {
      assertThat(stores.writes() - before).as("written before refusing: " + e).isZero();
      assertThat(Files.size(home.resolve("nakama/nakama.log"))).isEqualTo(log);
      assertThat(out.size()).as("answer before refusing").isZero();
      throw e;
    }
  }
}
