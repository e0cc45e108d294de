/** The pool: seekers who opted in and wait, and how long they have waited. */
@NullMarked
package mosaicmatch.pool;

import org.jspecify.annotations.NullMarked;
