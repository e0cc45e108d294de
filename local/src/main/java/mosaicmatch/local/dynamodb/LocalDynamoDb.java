package mosaicmatch.local.dynamodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Place;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/**
 * DynamoDB Local inside this process, its tables in one file. Its client calls the engine directly:
 * it listens nowhere, needs a quarter of the time that HTTP takes, and sends no telemetry. {@link
 * #serve} opens it to other programs on this machine, if that is wanted.
 */
public final class LocalDynamoDb implements AutoCloseable {

  private static final Logger SQLITE_LOG = Logger.getLogger("com.almworks.sqlite4java");
  private static final int JOB_THREADS = 2;

  private final LocalDBClient engine;
  private final DynamoDbClient client;

  private LocalDynamoDb(LocalDBClient engine) {
    this.engine = engine;
    client = ClientErrors.around(engine.dynamoDbClient());
  }

  /**
   * Opens the tables.
   *
   * @param folder where their file is, made if it is not there; one process at a time
   * @throws IOException if the folder cannot be made, or SQLite's native library not loaded
   */
  public static LocalDynamoDb open(Path folder) throws IOException {
    SQLITE_LOG.setLevel(Level.OFF);
    Files.createDirectories(folder);
    loadSqlite();
    JobsRegister jobs =
        new JobsRegister(
            Executors.newFixedThreadPool(JOB_THREADS, Thread.ofPlatform().daemon().factory()),
            false);
    return new LocalDynamoDb(new LocalDBClient(new FileAccess(folder.resolve("tables.db")), jobs));
  }

  /** DynamoDB Local throws whatever goes wrong here as a bare Exception. */
  private static void loadSqlite() throws IOException {
    try {
      SQLiteLibraryLoader.initialize();
    } catch (Exception e) {
      throw new IOException(
          "cannot load the native library of SQLite, which DynamoDB Local needs", e);
    }
  }

  /** The client: every call of the SDK's, with the SDK's errors. Closing it does nothing. */
  public DynamoDbClient client() {
    return client;
  }

  /**
   * Serves the same tables over HTTP on 127.0.0.1.
   *
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public DynamoDbEndpoint serve(Place place, AccessKey accessKey) {
    return DynamoDbEndpoint.start(new SharedEngine(engine), place, accessKey);
  }

  /** Writes out what is left and closes the file. */
  @Override
  public void close() {
    engine.shutdownNow();
  }
}
