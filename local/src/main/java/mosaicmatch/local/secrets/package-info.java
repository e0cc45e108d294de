/** Secrets generated at first start, and Secrets Manager's GetSecretValue over them. */
@NullMarked
package mosaicmatch.local.secrets;

import org.jspecify.annotations.NullMarked;
