/** Keeps the embeddings and finds similar ones. */
@NullMarked
package mosaicmatch.traitservice.vectors;

import org.jspecify.annotations.NullMarked;
