package mosaicmatch.pairing.tiles;

import mosaicmatch.cycle.Cycle;

/**
 * A tile whose candidates are to be found.
 *
 * @param tile the tile
 * @param cycle its cycle
 * @param attempt which attempt of the state machine this is, from 0
 */
record ScoreTileRequest(Tile tile, Cycle cycle, int attempt) {}
