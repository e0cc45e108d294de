/**
 * The audit trail: how far each pair of each cycle has come, the truth that every retry resumes.
 */
@NullMarked
package mosaicmatch.audit;

import org.jspecify.annotations.NullMarked;
