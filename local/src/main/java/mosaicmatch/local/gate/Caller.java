package mosaicmatch.local.gate;

/**
 * Who calls.
 *
 * @param logicalId the function's logical id, or {@link RecordedCall#OWNER}
 * @param policy what it may do
 */
record Caller(String logicalId, Policy policy) {

  /** The caller's ARN, as the session of a function's role has it. */
  String arn() {
    return logicalId.equals(RecordedCall.OWNER)
        ? "arn:aws:iam::000000000000:user/owner"
        : "arn:aws:sts::000000000000:assumed-role/%sRole/%s"
            .formatted(logicalId, logicalId.replaceFirst("Function$", ""));
  }
}
