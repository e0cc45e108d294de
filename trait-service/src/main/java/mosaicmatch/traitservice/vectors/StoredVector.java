package mosaicmatch.traitservice.vectors;

import java.util.Arrays;
import java.util.Objects;
import mosaicmatch.pool.SeekerId;

/**
 * A person's embedding.
 *
 * @param id whose
 * @param model the name of the model that made it, 1 to 255 bytes of UTF-8
 * @param textHash of the text it was made from
 * @param values numbers with Euclidean norm 1; not to be changed
 */
// Equality is by content, as written below.
@SuppressWarnings("ArrayRecordComponent")
public record StoredVector(SeekerId id, String model, TextHash textHash, float[] values) {

  /** Whether this was made from that text by that model. */
  public boolean isOf(String thatModel, TextHash thatText) {
    return model.equals(thatModel) && textHash.equals(thatText);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredVector that
        && id.equals(that.id)
        && model.equals(that.model)
        && textHash.equals(that.textHash)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, model, textHash);
  }

  /** Whose and by which model; not the numbers. */
  @Override
  public String toString() {
    return "StoredVector[" + id + ", " + model + "]";
  }
}
