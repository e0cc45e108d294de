/** The mosaic command line. */
@NullMarked
package mosaicmatch.local.cli;

import org.jspecify.annotations.NullMarked;
