package mosaicmatch.local.gate;

/**
 * What a request asks of IAM.
 *
 * @param action the action, such as {@code dynamodb:Query}
 * @param resource the ARN that it is done to; {@code *} if IAM knows none for the action
 */
record Demand(String action, String resource) {}
