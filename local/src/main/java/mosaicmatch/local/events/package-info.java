/** EventBridge, as much of it as rules that fire at a rate, and the events that it delivers. */
@NullMarked
package mosaicmatch.local.events;

import org.jspecify.annotations.NullMarked;
