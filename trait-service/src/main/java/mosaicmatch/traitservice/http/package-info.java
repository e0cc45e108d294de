/** The service's endpoints. */
@NullMarked
package mosaicmatch.traitservice.http;

import org.jspecify.annotations.NullMarked;
