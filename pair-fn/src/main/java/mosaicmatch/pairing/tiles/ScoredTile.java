package mosaicmatch.pairing.tiles;

/**
 * A tile whose candidates were found.
 *
 * @param key where they are kept
 */
record ScoredTile(String key) {}
