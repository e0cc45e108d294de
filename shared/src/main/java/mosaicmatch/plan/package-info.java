/** The plan of a cycle: who is paired with whom, and who is left, kept so that it never changes. */
@NullMarked
package mosaicmatch.plan;

import org.jspecify.annotations.NullMarked;
