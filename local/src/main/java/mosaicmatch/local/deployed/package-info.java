/** A stack on AWS as the command line finds it: by a profile and the stack's name. */
@NullMarked
package mosaicmatch.local.deployed;

import org.jspecify.annotations.NullMarked;
