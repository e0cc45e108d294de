/** How the service calls DynamoDB: with time-outs, and with one error for its absence. */
@NullMarked
package mosaicmatch.traitservice.store;

import org.jspecify.annotations.NullMarked;
