/** Turns text into embeddings, in this process. */
@NullMarked
package mosaicmatch.traitservice.embedding;

import org.jspecify.annotations.NullMarked;
