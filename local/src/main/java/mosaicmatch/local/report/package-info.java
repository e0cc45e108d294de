/** Puts the report of a cycle on disk. */
@NullMarked
package mosaicmatch.local.report;

import org.jspecify.annotations.NullMarked;
