package mosaicmatch.http;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * The retries that all callers of a service may spend together: the token bucket of the AWS SDK's
 * standard strategy, 500 tokens of which a retry takes 5. A success gives one back, or what its
 * retry took. So a service that is down is called a hundred times more than without retries, and
 * then no more than that.
 */
final class RetryBudget {

  static final int RETRIES = 100;

  private static final int TRIES = 3;
  private static final String ONE_SCOPE = "service";

  /** With full jitter: anything from zero to 200 ms, then to 400 ms. */
  static final BackoffStrategy BACKOFF =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(1));

  private final RetryStrategy strategy;

  RetryBudget(BackoffStrategy backoff) {
    strategy =
        StandardRetryStrategy.builder()
            .maxAttempts(TRIES)
            .retryOnException(NotAnsweredException.class)
            .treatAsThrottling(failure -> false)
            .backoffStrategy(backoff)
            .throttlingBackoffStrategy(backoff)
            .build();
  }

  Tries begin() {
    return new Tries(
        strategy.acquireInitialToken(AcquireInitialTokenRequest.create(ONE_SCOPE)).token());
  }

  /** The tries of one call; for one thread. */
  final class Tries {

    private RetryToken token;

    private Tries(RetryToken first) {
      token = first;
    }

    /** How long to wait for another try, or nothing if there is none left for it. */
    Optional<Duration> another(NotAnsweredException failure) {
      try {
        var response =
            strategy.refreshRetryToken(
                RefreshRetryTokenRequest.builder()
                    .token(token)
                    .failure(failure)
                    .suggestedDelay(Duration.ZERO)
                    .build());
        token = response.token();
        return Optional.of(response.delay());
      } catch (TokenAcquisitionFailedException _) {
        return Optional.empty();
      }
    }

    void succeeded() {
      strategy.recordSuccess(RecordSuccessRequest.create(token));
    }
  }
}
