package mosaicmatch.traitservice.store;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Calls to DynamoDB whose failures have one name. */
public final class StoreCalls {

  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration WITH_RETRIES = Duration.ofSeconds(6);

  private StoreCalls() {}

  /** A client with bounded waiting, for the region and endpoint of the environment. */
  public static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(ATTEMPT).socketTimeout(ATTEMPT))
        .overrideConfiguration(
            timeouts -> timeouts.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(WITH_RETRIES))
        .build();
  }

  /**
   * Makes a call. Failed conditions pass through, and so do requests that DynamoDB finds wrong.
   *
   * @throws StoreUnavailableException if there was no answer, or one that may change later
   */
  public static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
      throw e;
    } catch (SdkException e) {
      if (isOurMistake(e)) {
        throw e;
      }
      throw new StoreUnavailableException("DynamoDB did not do what it was asked", e);
    }
  }

  private static boolean isOurMistake(SdkException e) {
    return e instanceof AwsServiceException answer
        && "ValidationException".equals(answer.awsErrorDetails().errorCode());
  }
}
