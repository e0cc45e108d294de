/** Whole pairings: their speed, and the memory that they need. */
@NullMarked
package mosaicmatch.bench.pairing;

import org.jspecify.annotations.NullMarked;
