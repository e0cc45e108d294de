package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Checks Retry and Catch. */
final class RecoveryCheck {
  private static final String ALL = "States.ALL";
  private static final int LONGEST_DELAY_SECONDS = 31_622_400;

  private final Findings findings;

  RecoveryCheck(Findings findings) {
    this.findings = findings;
  }

  void check(JsonNode state, String path) {
    checkList(state, "Retry", path);
    checkList(state, "Catch", path);
  }

  private void checkList(JsonNode state, String field, String path) {
    JsonNode list = state.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      findings.schema(path + "/" + field, "Expected value of type Array");
    }
    for (int i = 0; i < list.size(); i++) {
      String at = path + "/" + field + "[" + i + "]";
      checkErrors(list.path(i).path("ErrorEquals"), at, i == list.size() - 1);
      if (field.equals("Catch")) {
        findings.requireFields(list.path(i), List.of("Next"), at);
      } else {
        checkRetrier(list.path(i), at);
      }
    }
  }

  private void checkErrors(JsonNode errors, String path, boolean last) {
    if (!errors.isArray() || errors.isEmpty()) {
      findings.schema(path + "/ErrorEquals", "Expected a non-empty array");
      return;
    }
    for (JsonNode error : errors) {
      if (error.asText().equals(ALL) && (errors.size() > 1 || !last)) {
        findings.schema(
            path + "/ErrorEquals", "States.ALL must appear alone, and in the last element");
      }
    }
  }

  private void checkRetrier(JsonNode retrier, String path) {
    checkRange(retrier, "IntervalSeconds", 0, path);
    checkRange(retrier, "MaxAttempts", 0, path);
    checkRange(retrier, "MaxDelaySeconds", 1, path);
    JsonNode rate = retrier.path("BackoffRate");
    if (!rate.isMissingNode() && !(rate.isNumber() && rate.asDouble() >= 1)) {
      findings.schema(path + "/BackoffRate", "Expected a number of at least 1");
    }
    String jitter = retrier.path("JitterStrategy").asText("NONE");
    if (!List.of("FULL", "NONE").contains(jitter)) {
      findings.schema(path + "/JitterStrategy", "Value is not valid: must be one of [FULL, NONE]");
    }
  }

  private void checkRange(JsonNode retrier, String field, long least, String path) {
    JsonNode value = retrier.path(field);
    if (!value.isMissingNode()
        && !(value.isIntegralNumber()
            && value.asLong() >= least
            && value.asLong() <= LONGEST_DELAY_SECONDS)) {
      findings.schema(path + "/" + field, "Expected an integer of at least " + least);
    }
  }
}
