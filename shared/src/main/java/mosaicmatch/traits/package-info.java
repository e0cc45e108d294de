/** The trait service as the cycle sees it: the pool, the vectors, the register of seekers. */
@NullMarked
package mosaicmatch.traits;

import org.jspecify.annotations.NullMarked;
