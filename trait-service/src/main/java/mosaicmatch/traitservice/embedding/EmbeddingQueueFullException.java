package mosaicmatch.traitservice.embedding;

/** Too many texts wait to be embedded; a little later there is room again. */
public final class EmbeddingQueueFullException extends RuntimeException {
  EmbeddingQueueFullException() {
    super("too many texts wait to be embedded");
  }
}
