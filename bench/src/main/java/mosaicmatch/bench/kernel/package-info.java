/** The engine's innermost loops against OpenBLAS. */
@NullMarked
package mosaicmatch.bench.kernel;

import org.jspecify.annotations.NullMarked;
