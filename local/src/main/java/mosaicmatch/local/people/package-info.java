/** The people to match, read from a JSONL file. */
@NullMarked
package mosaicmatch.local.people;

import org.jspecify.annotations.NullMarked;
