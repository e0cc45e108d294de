/** Secrets that a function reads while it runs, never at build time and never from its settings. */
@NullMarked
package mosaicmatch.secrets;

import org.jspecify.annotations.NullMarked;
