/**
 * Functions as Lambda runs them: each call in a JVM of its own, from the packaged jar, by the
 * handler's name, with the memory, time-out and environment of the template.
 */
@NullMarked
package mosaicmatch.local.sandbox;

import org.jspecify.annotations.NullMarked;
