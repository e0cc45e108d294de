/** The port for the objects that a Distributed Map reads and writes. */
@NullMarked
package aslengine.object;

import org.jspecify.annotations.NullMarked;
