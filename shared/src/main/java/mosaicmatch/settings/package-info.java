/** Settings from environment variables, checked before anything is touched. */
@NullMarked
package mosaicmatch.settings;

import org.jspecify.annotations.NullMarked;
