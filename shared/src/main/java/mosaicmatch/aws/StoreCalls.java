package mosaicmatch.aws;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls to a store, with what may be retried told apart from what may not. */
public final class StoreCalls {

  /** Error codes of answers that a later call may not get. */
  private static final Set<String> PASSING =
      Set.of(
          "TransactionConflictException",
          "TransactionInProgressException",
          "TransactionConflict",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "ThrottlingException",
          "LimitExceededException",
          "SlowDown",
          "RequestTimeout",
          "InternalServerError");

  private StoreCalls() {}

  /**
   * Makes a call.
   *
   * @param what names the call in the error
   * @throws StoreUnavailableException if the store can't be reached, timed out, is throttled, or
   *     had a conflict; every other error of the SDK passes through
   */
  public static <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw isPassing(e) ? new StoreUnavailableException(what + " failed", e) : e;
    }
  }

  /** True if the same call may succeed later. */
  public static boolean isPassing(Throwable error) {
    return switch (error) {
      case AwsServiceException answer ->
          answer.isThrottlingException()
              || answer.statusCode() >= 500
              || isPassing(errorCode(answer));
      case SdkClientException _ -> true;
      default -> false;
    };
  }

  private static String errorCode(AwsServiceException answer) {
    var details = answer.awsErrorDetails();
    return details == null ? "" : String.valueOf(details.errorCode());
  }

  /** True if an error code names something that passes. */
  public static boolean isPassing(String errorCode) {
    return PASSING.contains(errorCode);
  }
}
