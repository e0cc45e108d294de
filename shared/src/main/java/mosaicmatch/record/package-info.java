/** The record of each cycle: how far it came, what it counted, and the one plan that it follows. */
@NullMarked
package mosaicmatch.record;

import org.jspecify.annotations.NullMarked;
