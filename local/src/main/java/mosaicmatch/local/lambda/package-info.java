/** Lambda's Invoke API over handlers of this process, or whatever else answers calls. */
@NullMarked
package mosaicmatch.local.lambda;

import org.jspecify.annotations.NullMarked;
