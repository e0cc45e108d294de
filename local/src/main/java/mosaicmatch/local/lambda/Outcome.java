package mosaicmatch.local.lambda;

/**
 * How a call ended.
 *
 * @param failed whether the function threw, or was cut off
 * @param payload what it wrote, or the error as Lambda words it, as JSON
 */
public record Outcome(boolean failed, String payload) {}
