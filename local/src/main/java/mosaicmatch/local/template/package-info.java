/** The deployed template as the local system reads it. */
@NullMarked
package mosaicmatch.local.template;

import org.jspecify.annotations.NullMarked;
