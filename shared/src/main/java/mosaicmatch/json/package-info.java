/** How records become JSON and JSON becomes records, on the wire and in files. */
@NullMarked
package mosaicmatch.json;

import org.jspecify.annotations.NullMarked;
