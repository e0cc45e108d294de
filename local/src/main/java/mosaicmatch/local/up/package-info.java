/** The local system as something that stays up: its schedules, and files that let others in. */
@NullMarked
package mosaicmatch.local.up;

import org.jspecify.annotations.NullMarked;
