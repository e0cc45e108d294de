/** Opting in and being erased, where register and embeddings must agree. */
@NullMarked
package mosaicmatch.traitservice.optin;

import org.jspecify.annotations.NullMarked;
