/** The whole cycle, run by the real code of its steps, under faults and schedules. */
@NullMarked
package mosaicmatch.local.proof;

import org.jspecify.annotations.NullMarked;
