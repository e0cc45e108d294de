package aslengine.definition;

import java.util.List;
import java.util.OptionalInt;

/**
 * One retrier (ASL, "Retrying after error").
 *
 * @param intervalSeconds the delay before the first retry, in seconds
 * @param maxAttempts how often it retries; 0 for never
 * @param backoffRate what the delay grows by, at least 1
 * @param maxDelaySeconds the longest delay, when there is one
 * @param fullJitter whether the delay is drawn between 0 and what was computed
 */
public record Retrier(
    List<String> errorEquals,
    int intervalSeconds,
    int maxAttempts,
    double backoffRate,
    OptionalInt maxDelaySeconds,
    boolean fullJitter) {}
