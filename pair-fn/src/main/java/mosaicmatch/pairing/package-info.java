/** Pairing: from a pool, its vectors and the settings to the plan of a cycle. */
@NullMarked
package mosaicmatch.pairing;

import org.jspecify.annotations.NullMarked;
