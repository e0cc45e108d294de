/** The edge to AWS Lambda: events in, answers out, logs, metrics, the stored answer to a repeat. */
@NullMarked
package mosaicmatch.lambda;

import org.jspecify.annotations.NullMarked;
