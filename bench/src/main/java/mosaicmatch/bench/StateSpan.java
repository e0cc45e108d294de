package mosaicmatch.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** How long an execution was in a state, by what {@code mosaic history --json} prints. */
final class StateSpan {

  private StateSpan() {}

  /**
   * Seconds between entering and leaving a state.
   *
   * @throws IllegalStateException if it was not entered and left
   */
  static double seconds(JsonNode events, String state) {
    return (at(events, "StateExited", state) - at(events, "StateEntered", state)) / 1_000;
  }

  private static double at(JsonNode events, String ending, String state) {
    for (var event : events) {
      if (event.path("type").asText().endsWith(ending)
          && event.path("state").asText().equals(state)) {
        return event.path("at").asDouble();
      }
    }
    throw new IllegalStateException("no " + ending + " of " + state + " in the history");
  }
}
