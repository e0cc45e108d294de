/** Nakama as the cycle sees it: match rooms and notifications. */
@NullMarked
package mosaicmatch.nakama;

import org.jspecify.annotations.NullMarked;
