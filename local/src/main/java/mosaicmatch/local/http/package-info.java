/**
 * What the local endpoints share: an HTTP server on loopback, and its requests and replies as plain
 * data.
 */
@NullMarked
package mosaicmatch.local.http;

import org.jspecify.annotations.NullMarked;
