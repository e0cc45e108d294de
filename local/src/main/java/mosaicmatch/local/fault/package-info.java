/**
 * Faults that can be switched on, so that a newcomer sees retry, redrive and reconciliation at
 * work.
 */
@NullMarked
package mosaicmatch.local.fault;

import org.jspecify.annotations.NullMarked;
