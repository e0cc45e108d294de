/** The register of seekers: who waits, who is matched, who is blocked by whom. */
@NullMarked
package mosaicmatch.traitservice.registry;

import org.jspecify.annotations.NullMarked;
