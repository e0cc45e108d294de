package mosaicmatch.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.function.Supplier;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.json.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.idempotency.Idempotency;
import software.amazon.lambda.powertools.idempotency.IdempotencyConfig;
import software.amazon.lambda.powertools.idempotency.IdempotencyKey;
import software.amazon.lambda.powertools.idempotency.Idempotent;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyInconsistentStateException;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyPersistenceLayerException;
import software.amazon.lambda.powertools.idempotency.persistence.DynamoDBPersistenceStore;

/**
 * Gives a repeated call the answer of the first, by Powertools idempotency, for an hour. This is
 * convenience: the audit entry and the lock decide, since Powertools forgets a call that failed and
 * writes without conditions.
 */
public final class StoredAnswers {

  static {
    // Powertools knows one store in a JVM; ours passes each call on to the store of its function.
    Idempotency.config()
        .withConfig(IdempotencyConfig.builder().withHashFunction("SHA-256").build())
        .withPersistenceStore(new StoreOfTheCall())
        .configure();
  }

  private final DynamoDBPersistenceStore store;

  private StoredAnswers(DynamoDBPersistenceStore store) {
    this.store = store;
  }

  /** Answers kept in a table with the key {@code id} and the time to live {@code expiration}. */
  public static StoredAnswers inTable(DynamoDbClient client, String table) {
    return new StoredAnswers(
        DynamoDBPersistenceStore.builder().withTableName(table).withDynamoDbClient(client).build());
  }

  /**
   * Does the work, or gives the answer that it gave before.
   *
   * @param function which function
   * @param cycle which cycle
   * @param item which piece of the cycle's work, such as a pair key
   * @param context the call's own: its remaining time bounds how long a killed call is waited for
   * @param type the answer's type
   * @throws
   *     software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyAlreadyInProgressException
   *     if an earlier call is still at it: may be retried
   * @throws StoreUnavailableException if the answers can't be read or written: may be retried
   */
  public <T> T once(
      String function,
      CycleId cycle,
      String item,
      Context context,
      Class<T> type,
      Supplier<T> work) {
    return once(function + "|" + cycle + "|" + item, context, type, work);
  }

  /** The same for work that belongs to no cycle, under a key that names function and work. */
  public <T> T once(String key, Context context, Class<T> type, Supplier<T> work) {
    return parse(
        StoreOfTheCall.during(store, context, () -> stored(key, () -> print(work.get()))), type);
  }

  private String stored(String key, Supplier<String> work) {
    try {
      return idempotent(key, work);
    } catch (IdempotencyPersistenceLayerException e) {
      throw unavailable(e);
    } catch (IdempotencyInconsistentStateException e) {
      throw new StoreUnavailableException("a stored answer changed while it was read", e);
    }
  }

  /** Woven: the aspect stands around every execution of this method. */
  @Idempotent
  String idempotent(@IdempotencyKey String key, Supplier<String> work) {
    return work.get();
  }

  private static RuntimeException unavailable(IdempotencyPersistenceLayerException e) {
    return e.getCause() != null && StoreCalls.isPassing(e.getCause())
        ? new StoreUnavailableException("the stored answers can't be reached", e)
        : e;
  }

  private static String print(Object answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can't be written as JSON", e);
    }
  }

  private static <T> T parse(String answer, Class<T> type) {
    try {
      return Json.mapper().readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored answer is no " + type.getSimpleName(), e);
    }
  }
}
