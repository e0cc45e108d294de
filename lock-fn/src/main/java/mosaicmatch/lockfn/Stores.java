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
import mosaicmatch.settings.Environment;

/** What the functions of this module are set up with. */
record Stores(CycleLock lock, CycleRecords records, StoredAnswers answers) {

  static Stores of(Environment environment) {
    var client = new AwsClients(environment).dynamoDb();
    var tables = TableNames.of(environment);
    var clock = InstantSource.system();
    return new Stores(
        LockTable.open(client, tables.lock(), LockTimes.of(environment), clock),
        CyclesTable.open(client, tables.cycles(), clock),
        StoredAnswers.inTable(client, tables.idempotency()));
  }
}
