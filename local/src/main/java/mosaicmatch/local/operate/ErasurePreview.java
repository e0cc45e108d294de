package mosaicmatch.local.operate;

import mosaicmatch.pool.SeekerId;

/**
 * Who is to be erased.
 *
 * @param userId the person
 * @param status how they stand in the register
 * @param cycles how many kept cycles and dry runs will be looked through
 */
public record ErasurePreview(SeekerId userId, String status, int cycles) {}
