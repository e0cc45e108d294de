package mosaicmatch.traitservice.nonces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import mosaicmatch.signing.NonceStore;
import mosaicmatch.traitservice.LocalDynamoDb;
import org.junit.jupiter.api.Test;

class DynamoNonceStoreTest extends NonceStoreContract {
  @Override
  NonceStore store(InstantSource clock) {
    return new DynamoNonceStore(LocalDynamoDb.client(), LocalDynamoDb.noncesTable(), clock);
  }

  @Test
  void theTableClearsItselfByTheAttributeThatIsWritten() {
    String table = LocalDynamoDb.noncesTable();
    LocalDynamoDb.client().updateTimeToLive(NonceTable.timeToLiveRequest(table));
    assertThat(
            LocalDynamoDb.client()
                .describeTimeToLive(request -> request.tableName(table))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo(NonceTable.EXPIRES_AT);
  }
}
