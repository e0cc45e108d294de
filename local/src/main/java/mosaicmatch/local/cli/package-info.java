/**
 * The {@code mosaic} command. Exit codes: 0 all is well; 1 the cycle or the redrive left something
 * unfinished; 2 wrong usage, wrong setting or an unknown name; 3 something around it is in the way,
 * such as a taken port, a full disk or another mosaic in the same home folder.
 */
@NullMarked
package mosaicmatch.local.cli;

import org.jspecify.annotations.NullMarked;
