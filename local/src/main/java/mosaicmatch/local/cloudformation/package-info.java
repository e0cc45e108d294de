/** CloudFormation, as much of it as DescribeStacks for the one stack of the local system. */
@NullMarked
package mosaicmatch.local.cloudformation;

import org.jspecify.annotations.NullMarked;
