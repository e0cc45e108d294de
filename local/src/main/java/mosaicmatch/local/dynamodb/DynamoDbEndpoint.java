package mosaicmatch.local.dynamodb;

import java.net.BindException;
import java.net.URI;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.PortTakenException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/**
 * DynamoDB Local on 127.0.0.1. Its own server runner would listen on every address and send
 * telemetry; this takes its handler alone.
 */
public final class DynamoDbEndpoint implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  private DynamoDbEndpoint(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  static DynamoDbEndpoint start(DynamoDBRequestHandler engine, Place place, AccessKey accessKey) {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(place.port());
    server.addConnector(connector);
    server.setHandler(new GuardedHandler(engine, accessKey));
    try {
      server.start();
    } catch (Exception e) {
      throw startFailure(e, place);
    }
    return new DynamoDbEndpoint(server, connector);
  }

  private static RuntimeException startFailure(Exception thrown, Place place) {
    boolean taken = thrown instanceof BindException || thrown.getCause() instanceof BindException;
    return taken
        ? new PortTakenException(place)
        : new IllegalStateException("cannot start DynamoDB's endpoint", thrown);
  }

  /** The endpoint for DynamoDB clients. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Stops serving; the tables stay open. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop DynamoDB's endpoint", e);
    }
  }
}
