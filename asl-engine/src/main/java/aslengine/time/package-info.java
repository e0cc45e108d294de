/** The engine's clock: the system's, one that leaps, one that is moved by hand. */
@NullMarked
package aslengine.time;

import org.jspecify.annotations.NullMarked;
