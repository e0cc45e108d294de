/** What a benchmark finds out: measures beside their goals, as a table and as JSON rows. */
@NullMarked
package mosaicmatch.bench.measure;

import org.jspecify.annotations.NullMarked;
