/** An S3-compatible store on disk, as much of S3 as the AWS SDK's client asks for. */
@NullMarked
package mosaicmatch.local.s3;

import org.jspecify.annotations.NullMarked;
