/** The Step Functions JSON 1.0 API over HTTP. */
@NullMarked
package aslengine.api;

import org.jspecify.annotations.NullMarked;
