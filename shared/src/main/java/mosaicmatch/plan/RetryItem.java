package mosaicmatch.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Work that a cycle left unfinished; one line of the retry list. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlannedPair.class, name = "pair"),
  @JsonSubTypes.Type(value = UnmatchedBatch.class, name = "unmatched")
})
public sealed interface RetryItem permits PlannedPair, UnmatchedBatch {}
