/** Many dot products at once, in single precision, as fast as the processor allows. */
@NullMarked
package mosaicmatch.pairing.kernel;

import org.jspecify.annotations.NullMarked;
