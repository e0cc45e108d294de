package mosaicmatch.local.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** A digest of an object's bytes, fed as they come in. */
interface ContentDigest {

  /** Takes the next bytes. */
  void update(byte[] bytes, int offset, int length);

  /** The digest of all bytes so far; to be asked once. */
  byte[] value();

  /** The digest in base64, as S3's header fields carry it; to be asked once. */
  default String base64() {
    return Base64.getEncoder().encodeToString(value());
  }

  /** The digest in lower-case hex; to be asked once. */
  default String hex() {
    return HexFormat.of().formatHex(value());
  }

  /** MD5, the ETag of an object that came in one piece. */
  static ContentDigest md5() {
    return hash("MD5");
  }

  /** A cryptographic hash by its Java name. */
  static ContentDigest hash(String algorithm) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
    return new ContentDigest() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
      }

      @Override
      public byte[] value() {
        return digest.digest();
      }
    };
  }

  /** The digest of a checksum algorithm of S3. */
  static ContentDigest of(ChecksumAlgorithm algorithm) {
    return switch (algorithm) {
      case CRC32 -> sum(new CRC32(), Integer.BYTES);
      case CRC32C -> sum(new CRC32C(), Integer.BYTES);
      case CRC64NVME -> sum(new Crc64Nvme(), Long.BYTES);
      case SHA1 -> hash("SHA-1");
      case SHA256 -> hash("SHA-256");
    };
  }

  private static ContentDigest sum(Checksum checksum, int width) {
    return new ContentDigest() {
      @Override
      public void update(byte[] bytes, int offset, int length) {
        checksum.update(bytes, offset, length);
      }

      @Override
      public byte[] value() {
        byte[] eight = ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
        return Arrays.copyOfRange(eight, Long.BYTES - width, Long.BYTES);
      }
    };
  }
}
