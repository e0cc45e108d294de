/** Claims: the one thing that lets a seeker into at most one live pair. */
@NullMarked
package mosaicmatch.claim;

import org.jspecify.annotations.NullMarked;
