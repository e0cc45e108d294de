/** What the system's own files and the engine's input look like when somebody means ill. */
@NullMarked
package mosaicmatch.local.hostile;

import org.jspecify.annotations.NullMarked;
