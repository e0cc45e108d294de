/** CloudWatch, as much of it as turning an alarm's actions off and on; nothing here raises any. */
@NullMarked
package mosaicmatch.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
