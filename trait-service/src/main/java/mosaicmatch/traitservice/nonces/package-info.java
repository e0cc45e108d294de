/** The nonces of signed requests, in DynamoDB. */
@NullMarked
package mosaicmatch.traitservice.nonces;

import org.jspecify.annotations.NullMarked;
