/** The whole system in one process: every endpoint on loopback, every function as a handler. */
@NullMarked
package mosaicmatch.local.stack;

import org.jspecify.annotations.NullMarked;
