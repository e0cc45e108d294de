package aslengine.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The work that a Task state asks for.
 *
 * @param resource the state's Resource as written
 * @param arguments the evaluated Arguments
 * @param taskToken the token of a task that waits for a callback
 */
public record TaskRequest(
    String resource,
    JsonNode arguments,
    String executionArn,
    String stateName,
    Optional<String> taskToken) {}
