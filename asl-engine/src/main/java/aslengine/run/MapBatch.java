package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;

/** What one child of a map run is given. */
record MapBatch(JsonNode input, int itemCount) {}
