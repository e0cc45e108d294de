/** A matching cycle: its id, and what its steps hand to each other. */
@NullMarked
package mosaicmatch.cycle;

import org.jspecify.annotations.NullMarked;
