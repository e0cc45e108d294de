package mosaicmatch.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.idempotency.Idempotency;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemAlreadyExistsException;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemNotFoundException;
import software.amazon.lambda.powertools.idempotency.persistence.BasePersistenceStore;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;
import software.amazon.lambda.powertools.idempotency.persistence.DynamoDBPersistenceStore;

/**
 * The one store that Powertools is configured with: passes each call on to the table of the
 * function that makes it, and counts that very call's remaining time, so that any number of
 * functions and calls share a JVM.
 */
final class StoreOfTheCall extends BasePersistenceStore {

  private record Ours(DynamoDBPersistenceStore store, Context context) {}

  private static final ScopedValue<Ours> OURS = ScopedValue.newInstance();
  private static final long MILLIS = Duration.ofSeconds(1).toMillis();

  static String during(DynamoDBPersistenceStore store, Context context, Supplier<String> work) {
    Idempotency.registerLambdaContext(context);
    return ScopedValue.where(OURS, new Ours(store, context)).call(work::get);
  }

  @Override
  public void saveInProgress(JsonNode data, Instant now, OptionalInt remainingTimeInMs) {
    // The registered context is a static that another call may have replaced by now.
    super.saveInProgress(data, now, OptionalInt.of(OURS.get().context.getRemainingTimeInMillis()));
  }

  @Override
  public DataRecord getRecord(String key) throws IdempotencyItemNotFoundException {
    return withDeadline(OURS.get().store.getRecord(key), seconds -> seconds * MILLIS);
  }

  /**
   * Powertools 1.15 writes an in-progress deadline in milliseconds but compares it with the current
   * second, so that it would never pass: here it is kept in seconds.
   */
  @Override
  public void putRecord(DataRecord entry, Instant now)
      throws IdempotencyItemAlreadyExistsException {
    OURS.get().store.putRecord(withDeadline(entry, millis -> Math.ceilDiv(millis, MILLIS)), now);
  }

  @Override
  public void updateRecord(DataRecord entry) {
    OURS.get().store.updateRecord(entry);
  }

  @Override
  public void deleteRecord(String key) {
    OURS.get().store.deleteRecord(key);
  }

  private static DataRecord withDeadline(DataRecord entry, LongUnaryOperator unit) {
    var deadline = entry.getInProgressExpiryTimestamp();
    return new DataRecord(
        entry.getIdempotencyKey(),
        entry.getStatus(),
        entry.getExpiryTimestamp(),
        entry.getResponseData(),
        entry.getPayloadHash(),
        deadline.isPresent()
            ? OptionalLong.of(unit.applyAsLong(deadline.getAsLong()))
            : OptionalLong.empty());
  }
}
