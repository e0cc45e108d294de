/** The event history of one execution, in the shapes of GetExecutionHistory. */
@NullMarked
package aslengine.history;

import org.jspecify.annotations.NullMarked;
