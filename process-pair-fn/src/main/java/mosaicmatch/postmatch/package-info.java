/** What follows a plan: each pair is taken to its end, each batch of unmatched is told. */
@NullMarked
package mosaicmatch.postmatch;

import org.jspecify.annotations.NullMarked;
