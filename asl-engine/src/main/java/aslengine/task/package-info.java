/** Ports for the work that Task states ask for. */
@NullMarked
package aslengine.task;

import org.jspecify.annotations.NullMarked;
