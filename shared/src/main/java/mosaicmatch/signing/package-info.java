/** Signed requests between services: HTTP Message Signatures (RFC 9421) with hmac-sha256. */
@NullMarked
package mosaicmatch.signing;

import org.jspecify.annotations.NullMarked;
