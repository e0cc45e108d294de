package mosaicmatch.traitservice.embedding;

/** A text was not embedded in time. */
public final class EmbeddingTimedOutException extends RuntimeException {
  EmbeddingTimedOutException() {
    super("the text was not embedded in time");
  }
}
