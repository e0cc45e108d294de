/** Who would do for whom: scores, exact and approximate, and the sources that propose partners. */
@NullMarked
package mosaicmatch.pairing.search;

import org.jspecify.annotations.NullMarked;
