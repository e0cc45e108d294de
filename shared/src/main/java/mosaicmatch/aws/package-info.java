/**
 * AWS as the adapters see it: clients with time-outs and bounds, tables, and the one named error.
 */
@NullMarked
package mosaicmatch.aws;

import org.jspecify.annotations.NullMarked;
