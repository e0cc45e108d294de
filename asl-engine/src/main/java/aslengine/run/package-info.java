/** The interpreter: executions, their frames, and the loop that moves them. */
@NullMarked
package aslengine.run;

import org.jspecify.annotations.NullMarked;
