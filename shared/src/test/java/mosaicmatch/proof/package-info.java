/** What the searches for broken promises share, such as the table of what they found. */
@NullMarked
package mosaicmatch.proof;

import org.jspecify.annotations.NullMarked;
