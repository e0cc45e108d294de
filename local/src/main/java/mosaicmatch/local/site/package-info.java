/** A system as commands see it, wherever it runs. */
@NullMarked
package mosaicmatch.local.site;

import org.jspecify.annotations.NullMarked;
