/** Benchmarks: each prints a table of measures beside their goals, and can write it as JSON. */
@NullMarked
package mosaicmatch.bench;

import org.jspecify.annotations.NullMarked;
