/** State machine definitions: the parsed model and the checks made before one is accepted. */
@NullMarked
package aslengine.definition;

import org.jspecify.annotations.NullMarked;
