/** Lambda's Invoke API over handlers that live in this process. */
@NullMarked
package mosaicmatch.local.lambda;

import org.jspecify.annotations.NullMarked;
