/** Pools to measure with: made up from seeds, or of real texts. */
@NullMarked
package mosaicmatch.bench.pools;

import org.jspecify.annotations.NullMarked;
