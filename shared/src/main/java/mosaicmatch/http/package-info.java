/** Calls to other services over HTTP, with bounds on time and size. */
@NullMarked
package mosaicmatch.http;

import org.jspecify.annotations.NullMarked;
