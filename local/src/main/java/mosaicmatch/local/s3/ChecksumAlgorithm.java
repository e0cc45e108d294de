package mosaicmatch.local.s3;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A checksum that S3 verifies, stores and gives back (S3 user guide, "Checking object integrity").
 */
enum ChecksumAlgorithm {
  CRC32,
  CRC32C,
  CRC64NVME,
  SHA1,
  SHA256;

  /** The header or trailer field that carries the checksum. */
  String field() {
    return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
  }

  /** The algorithm whose field has that name. */
  static Optional<ChecksumAlgorithm> ofField(String field) {
    String wanted = field.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(a -> a.field().equals(wanted)).findFirst();
  }

  /** The algorithm for which the fields have a checksum. */
  static Optional<ChecksumAlgorithm> among(Map<String, String> fields) {
    return Arrays.stream(values()).filter(a -> fields.containsKey(a.field())).findFirst();
  }
}
