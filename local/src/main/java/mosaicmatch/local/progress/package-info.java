/** A cycle's progress in the terminal. */
@NullMarked
package mosaicmatch.local.progress;

import org.jspecify.annotations.NullMarked;
