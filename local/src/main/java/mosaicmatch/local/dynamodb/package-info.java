/** DynamoDB Local inside this process, its tables on disk. */
@NullMarked
package mosaicmatch.local.dynamodb;

import org.jspecify.annotations.NullMarked;
