package mosaicmatch.lockfn;

import java.time.InstantSource;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CyclesTable;

/** What the functions of this module are set up with. */
record Stores(CycleLock lock, CycleRecords records, StoredAnswers answers) {

  static Stores of(AwsClients aws) {
    var environment = aws.environment();
    var client = aws.dynamoDb();
    var tables = TableNames.of(environment);
    var clock = InstantSource.system();
    return new Stores(
        LockTable.open(client, tables.lock(), LockTimes.of(environment), clock),
        CyclesTable.open(client, tables.cycles(), clock),
        StoredAnswers.inTable(client, tables.idempotency()));
  }
}
