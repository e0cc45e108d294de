/**
 * What operators do with past cycles and with people: replay, explain, undo, erase; by the clients
 * of AWS, so that it works in this process, on a running local system, and on a deployed stack.
 */
@NullMarked
package mosaicmatch.local.operate;

import org.jspecify.annotations.NullMarked;
