package aslengine.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One invocation of a function.
 *
 * @param functionName name, partial ARN or ARN, with or without a qualifier, as the state gave it
 * @param qualifier version or alias, when the state gave one apart
 * @param payload what the function is given
 */
public record LambdaCall(String functionName, Optional<String> qualifier, JsonNode payload) {}
