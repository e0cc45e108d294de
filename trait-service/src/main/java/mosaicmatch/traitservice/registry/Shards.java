package mosaicmatch.traitservice.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import mosaicmatch.pool.SeekerId;

/** The partitions over which those who wait are spread, by a hash of their ids. */
final class Shards {

  static final int COUNT = 16;

  private Shards() {}

  /** The shard of a person: 0 to 15. */
  static int of(SeekerId id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(StandardCharsets.UTF_8));
      return hash[0] & (COUNT - 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A shard's name in the table: one hexadecimal digit. */
  static String name(int shard) {
    return Integer.toHexString(shard);
  }
}
