/** The engine against what one would build in Python on a library for nearest neighbours. */
@NullMarked
package mosaicmatch.bench.peers;

import org.jspecify.annotations.NullMarked;
