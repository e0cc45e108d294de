/** AWS's Query protocol: forms in, XML out. */
@NullMarked
package mosaicmatch.local.query;

import org.jspecify.annotations.NullMarked;
