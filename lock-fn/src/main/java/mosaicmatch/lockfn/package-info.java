/** Opens and closes a cycle: the lock, the cycle record, and the lock of executions that failed. */
@NullMarked
package mosaicmatch.lockfn;

import org.jspecify.annotations.NullMarked;
