/** Finds what is unfinished: of this cycle, for its retry map, and of earlier ones, to end it. */
@NullMarked
package mosaicmatch.reconcile;

import org.jspecify.annotations.NullMarked;
