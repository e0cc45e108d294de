/** Distributed Map: readers, batches, map runs and result files. */
@NullMarked
package aslengine.map;

import org.jspecify.annotations.NullMarked;
