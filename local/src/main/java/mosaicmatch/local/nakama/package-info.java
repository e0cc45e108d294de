/**
 * A stand-in for a Nakama server: its RPCs, statuses and error bodies, with rooms and notifications
 * on disk.
 */
@NullMarked
package mosaicmatch.local.nakama;

import org.jspecify.annotations.NullMarked;
