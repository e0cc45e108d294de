package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.json.Json;
import aslengine.query.JsonataEvaluator;
import aslengine.query.JsonataFunctions;
import aslengine.query.QueryFailedException;
import aslengine.query.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataTest {
  private static final JsonNode INPUT =
      Json.own("{\"a\":1,\"n\":null,\"list\":[1,2,3],\"empty\":[],\"big\":12345678901,\"d\":1.50}");

  private final JsonataEvaluator evaluator =
      new JsonataEvaluator(
          new JsonataFunctions(() -> Aws.START, new Random(3), () -> new UUID(1, 2)));

  private JsonNode evaluate(String template) throws QueryFailedException {
    return evaluator.evaluate(
        Json.own(template),
        "Output",
        new Scope(
            INPUT,
            Optional.empty(),
            Optional.empty(),
            Json::object,
            name -> name.equals("v") ? Optional.of(Json.own("{\"x\":[5]}")) : Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"{% $states.input.a + 1 %}\"|2",
        "\"{%$states.input.n%}\"|null",
        "{\"k\":[\"{% $v.x %}\",\"plain\",{\"z\":true}]}|{\"k\":[[5],\"plain\",{\"z\":true}]}",
        "\"{% {'gone': $states.input.missing, 'n': null} %}\"|{\"n\":null}",
        "\"{% $states.input.empty %}\"|[]",
        "\"{% $states.input.list[$ > 2] %}\"|3",
        "\"{% [$states.input.list[$ > 2]] %}\"|[3]",
        "\"{% $states.input.big + 1 %}\"|12345678902",
        "\"{% 10 / 4 %}\"|2.5",
        "\"{% 10 / 5 %}\"|2",
        "\"{% $partition([1,2,3,4,5], 2) %}\"|[[1,2],[3,4],[5]]",
        "\"{% $range(1, 9, 2) %}\"|[1,3,5,7,9]",
        "\"{% $range(9, 1, -4) %}\"|[9,5,1]",
        "\"{% $hash('a', 'SHA-256')"
            + " %}\"|\"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\"",
        "\"{% $hash('a', 'MD5') %}\"|\"0cc175b9c0f1b6a831c399e269772661\"",
        "\"{% $random(7) = $random(7) %}\"|true",
        "\"{% $uuid() %}\"|\"00000000-0000-0001-0000-000000000002\"",
        "\"{% $parse('{\\\"q\\\":[1,null]}').q %}\"|[1,null]",
        "\"{% $now() %}\"|\"2026-11-22T02:00:00.000Z\"",
        "\"{% $millis() %}\"|1795312800000",
        "\"{% $exists($v) and $not($exists($w)) %}\"|true",
        "\"not {% an expression %}\"|\"not {% an expression %}\"",
        "\"{% $v %} \"|\"{% $v %} \""
      })
  void expressionsYieldWhatJsonataDefines(String template, String expected)
      throws QueryFailedException {
    assertThat(evaluate(template)).isEqualTo(Json.own(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$states.input.missing|returned nothing (undefined).",
        "$w|returned nothing (undefined).",
        "function($x){$x}|returned an unsupported result type.",
        "1 + 'a'|threw an error during evaluation. T2002: The right side of the \"+\" operator must"
            + " evaluate to a number",
        "'a' + 1|threw an error during evaluation. T2001: The left side of the \"+\" operator must"
            + " evaluate to a number",
        "$range('0', 4, 1)|threw an error during evaluation. T0410: Argument 1 of function"
            + " \"range\" does not match function signature",
        "$sum('x')|threw an error during evaluation. T0412: Argument 1 of function \"sum\" must be"
            + " an array of \"numbers\"",
        "$replace('a','','b')|threw an error during evaluation. D3010: Second argument of replace"
            + " function cannot be an empty string",
        "$toMillis('nope')|threw an error during evaluation. D3110: The argument of the toMillis"
            + " function must be an ISO 8601 formatted timestamp. Given \"nope\"",
        "-$states.input.list[0].x & -'a'|threw an error during evaluation. D1002: Cannot negate a"
            + " non-numeric value: \"a\"",
        "$sort([1,'a'])|threw an error during evaluation. D3070: The single argument form of the"
            + " sort function can only be applied to an array of strings or an array of numbers. "
            + " Use the second argument to specify a comparison function",
        "$length(null)|threw an error during evaluation. T0410: Argument 1 of function \"length\""
            + " does not match function signature",
        "$number(null)|threw an error during evaluation. T0410: Argument 1 of function \"number\""
            + " does not match function signature",
        "$number('')|threw an error during evaluation. D3030: Unable to cast value to a number:"
            + " \"\"",
        "$parse('{')|threw an error during evaluation. D3137: Invalid JSON",
        "$parse(null)|threw an error during evaluation. T0410: Argument 1 of function \"parse\""
            + " does not match function signature",
        "$hash('a','md5')|threw an error during evaluation. D3137: Hash algorithm 'md5' must be one"
            + " of SHA-1, SHA-384, SHA-256, SHA-512, MD5",
        "$partition([1],-1)|threw an error during evaluation. D3137: Second argument must be zero"
            + " or greater",
        "$partition([],2)|returned nothing (undefined).",
        "$partition([1],0)|returned nothing (undefined).",
        "$range(1,5)|returned nothing (undefined).",
        "$hash('a')|returned nothing (undefined).",
        "$number('x')|threw an error during evaluation. D3030: Unable to cast value to a number:"
            + " \"x\"",
        "$eval('1')|threw an error during evaluation. T1006: Attempted to invoke a non-function",
        "$error('boom')|threw an error during evaluation. D3137: boom",
        "'a' > 1|threw an error during evaluation. T2009: The values \"a\" and 1 either side of"
            + " operator \">\" must be of the same data type"
      })
  void failuresAreWordedAsStepFunctionsWordsThem(String expression, String message) {
    assertThatThrownBy(() -> evaluate(Json.text(TextNode.valueOf("{% " + expression + " %}"))))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage(
            "The JSONata expression '"
                + expression
                + "' specified for the field 'Output' "
                + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% 1 + %}", "{% { %}", "{% $states. %}"})
  void expressionsThatCannotBeParsedAreFaults(String text) {
    assertThat(evaluator.fault(text)).get().asString().startsWith("Invalid JSONata expression: S0");
  }

  @Test
  void endlessRecursionIsAFailureAndNotTheEndOfTheEngine() {
    assertThatThrownBy(() -> evaluate("\"{% ($f := function($x){ 1 + $f($x) }; $f(1)) %}\""))
        .isInstanceOf(QueryFailedException.class);
  }

  @Test
  void fieldPathsLeadToTheExpressionThatFailed() {
    assertThatThrownBy(() -> evaluate("{\"a\":{\"b\":[1,\"{% $w %}\"]}}"))
        .isInstanceOfSatisfying(
            QueryFailedException.class, e -> assertThat(e.field()).isEqualTo("Output/a/b[1]"));
  }
}
