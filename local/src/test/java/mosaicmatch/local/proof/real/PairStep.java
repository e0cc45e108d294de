package mosaicmatch.local.proof.real;

import java.util.Optional;

/** The calls of an attempt at a pair that tests may see, in their order. */
enum PairStep {
  CLAIM("DynamoDB", "TransactWriteItems", "\":lease_until\""),
  RECORD_MATCHED("DynamoDB", "UpdateItem", "SET #pinecone_metadata_updated = :yes"),
  OPEN_ROOM("Nakama", "mosaic_create_match", "pair_key"),
  RECORD_ROOM("DynamoDB", "UpdateItem", "#nakama_channel_id = :channel"),
  COMPLETE("DynamoDB", "TransactWriteItems", "\"completed\"");

  private final String part;
  private final String operation;
  private final String telling;

  PairStep(String part, String operation, String telling) {
    this.part = part;
    this.operation = operation;
    this.telling = telling;
  }

  /** The step that a call is. */
  static Optional<PairStep> of(PortCall call) {
    for (var step : values()) {
      if (call.part().equals(step.part)
          && call.operation().equals(step.operation)
          && call.body().contains(step.telling)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
