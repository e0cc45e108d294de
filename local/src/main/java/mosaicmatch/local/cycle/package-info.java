/** Running a cycle: people opt in, the state machine runs, the outcome is told. */
@NullMarked
package mosaicmatch.local.cycle;

import org.jspecify.annotations.NullMarked;
