/** Reads the deployed template, as far as the functions go, for the account of the local system. */
@NullMarked
package mosaicmatch.local.template;

import org.jspecify.annotations.NullMarked;
