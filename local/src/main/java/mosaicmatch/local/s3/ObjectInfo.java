package mosaicmatch.local.s3;

import java.util.Map;

/**
 * What is known of a stored object beside its bytes.
 *
 * @param key its key
 * @param size its length in bytes
 * @param md5 the MD5 of its bytes in hex
 * @param modifiedAt when it was stored, epoch milliseconds
 * @param headers the header fields it is given back with
 * @param checksums the checksums it came with, base64 by algorithm
 */
record ObjectInfo(
    String key,
    long size,
    String md5,
    long modifiedAt,
    Map<String, String> headers,
    Map<ChecksumAlgorithm, String> checksums) {

  ObjectInfo {
    headers = Map.copyOf(headers);
    checksums = Map.copyOf(checksums);
  }

  String etag() {
    return '"' + md5 + '"';
  }
}
