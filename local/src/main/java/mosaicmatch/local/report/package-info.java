/** The report of a cycle: one self-contained HTML page. */
@NullMarked
package mosaicmatch.local.report;

import org.jspecify.annotations.NullMarked;
