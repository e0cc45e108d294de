/** The trait service: turns what people say into embeddings, and keeps the register of seekers. */
@NullMarked
package mosaicmatch.traitservice;

import org.jspecify.annotations.NullMarked;
