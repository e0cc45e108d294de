/** How good plans are, beside the best that there can be. */
@NullMarked
package mosaicmatch.bench.quality;

import org.jspecify.annotations.NullMarked;
