/** The append-only record of everything that the engine must not forget. */
@NullMarked
package aslengine.journal;

import org.jspecify.annotations.NullMarked;
