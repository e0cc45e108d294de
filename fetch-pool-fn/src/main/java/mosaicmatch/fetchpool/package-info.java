/** Fetches the pool of a cycle: who waits, whom they must not meet, how long they have waited. */
@NullMarked
package mosaicmatch.fetchpool;

import org.jspecify.annotations.NullMarked;
