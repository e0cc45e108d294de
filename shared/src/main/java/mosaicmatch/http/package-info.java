/** Calls to other services over HTTP, with bounds on time and size, and with care for both ends. */
@NullMarked
package mosaicmatch.http;

import org.jspecify.annotations.NullMarked;
