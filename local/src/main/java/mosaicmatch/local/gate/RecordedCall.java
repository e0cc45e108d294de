package mosaicmatch.local.gate;

/**
 * An action that somebody asked for.
 *
 * @param logicalId the calling function's logical id in the template, or {@link #OWNER}
 * @param action the action, such as {@code dynamodb:Query}
 * @param resource the ARN that it was to be done to, or {@code *}
 * @param allowed whether it was done
 */
public record RecordedCall(String logicalId, String action, String resource, boolean allowed) {

  /** Who is no function: the owner of the local system, who may do everything. */
  public static final String OWNER = "owner";
}
