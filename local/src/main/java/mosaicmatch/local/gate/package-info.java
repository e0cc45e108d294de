/**
 * One address for all AWS services of the local system. What a caller may do is its function's
 * policy, decided as IAM decides it; who called what is kept for whoever asks.
 */
@NullMarked
package mosaicmatch.local.gate;

import org.jspecify.annotations.NullMarked;
