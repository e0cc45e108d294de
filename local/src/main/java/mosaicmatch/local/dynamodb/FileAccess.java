package mosaicmatch.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import java.nio.file.Path;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

/**
 * DynamoDB Local's file, with a write-ahead log. As DynamoDB Local opens it, each write waits for
 * the disk several times over, which limits it to a hundred or two a second. So set, no write
 * waits: a killed process loses nothing, a power cut may lose the last writes but leaves the file
 * whole (SQLite, "Write-Ahead Logging", and "PRAGMA synchronous").
 */
final class FileAccess extends SQLiteDBAccess {

  FileAccess(Path file) {
    super(file.toFile());
    queue
        .execute(
            new SQLiteJob<Boolean>() {
              @Override
              protected Boolean job(SQLiteConnection connection) throws SQLiteException {
                connection.exec("PRAGMA journal_mode=WAL");
                connection.exec("PRAGMA synchronous=NORMAL");
                return true;
              }
            })
        .complete();
  }

  /** Waits until the file is closed, so that it can be opened again at once. */
  @Override
  public void close() {
    super.close();
    try {
      queue.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
