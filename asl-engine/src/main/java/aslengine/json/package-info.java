/** JSON text and trees as Step Functions writes them. */
@NullMarked
package aslengine.json;

import org.jspecify.annotations.NullMarked;
