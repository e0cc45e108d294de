/** The cycle lock: one cycle at a time, for economy; no promise rests on it. */
@NullMarked
package mosaicmatch.lock;

import org.jspecify.annotations.NullMarked;
