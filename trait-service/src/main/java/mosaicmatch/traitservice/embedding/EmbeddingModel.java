package mosaicmatch.traitservice.embedding;

/** Turns a text into a vector whose direction is its meaning. Safe for use by many threads. */
public interface EmbeddingModel {

  /** The model's name; two embeddings can be compared only if they share it. */
  String name();

  /** The length of each vector. */
  int dimensions();

  /**
   * Embeds a text.
   *
   * @param text any length; a model that reads only so much at once takes it in parts
   * @return {@link #dimensions()} numbers with Euclidean norm 1; the same for the same text
   */
  float[] embed(String text);
}
