/** Pairing in tiles: many functions find candidates, each for a part of a pool. */
@NullMarked
package mosaicmatch.pairing.tiles;

import org.jspecify.annotations.NullMarked;
