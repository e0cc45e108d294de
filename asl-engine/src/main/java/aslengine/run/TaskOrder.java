package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** What a task is asked to do, and how long it may take. */
record TaskOrder(JsonNode arguments, OptionalLong timeoutSeconds, OptionalLong heartbeatSeconds) {}
