/** One pair: the protocol that takes it from its plan to its end, whatever fails on the way. */
@NullMarked
package mosaicmatch.pair;

import org.jspecify.annotations.NullMarked;
