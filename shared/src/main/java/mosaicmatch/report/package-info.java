/** The report of a cycle: gathered from what the cycle left, told as a page and as JSON. */
@NullMarked
package mosaicmatch.report;

import org.jspecify.annotations.NullMarked;
