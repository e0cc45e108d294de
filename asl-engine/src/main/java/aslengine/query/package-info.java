/** Query languages: what evaluates the expressions inside a state. */
@NullMarked
package aslengine.query;

import org.jspecify.annotations.NullMarked;
