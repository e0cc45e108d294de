/** The folder in which everything of the local system is kept. */
@NullMarked
package mosaicmatch.local.home;

import org.jspecify.annotations.NullMarked;
