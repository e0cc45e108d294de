package mosaicmatch.traitservice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import mosaicmatch.traitservice.nonces.NonceTable;
import mosaicmatch.traitservice.registry.SeekerTable;

/**
 * How a trait service is set up.
 *
 * @param host address to listen on; loopback unless the network around it is to be trusted
 * @param port 0 for a free one, to 65535
 * @param authorities the {@code host:port} texts, in lower case, by which callers reach it; empty
 *     for {@code host:port} and {@code localhost:port} of where it listens
 * @param folder where the vectors' file is; made if it is not there
 * @param seekersTable made by {@link SeekerTable#createRequest}
 * @param noncesTable made by {@link NonceTable#createRequest}
 * @param coolDown how long two who met are not matched again
 * @param embeddingsAtOnce 1 or more; the number of cores is fastest
 * @param embeddingsWaiting 1 or more; beyond that a caller is told to come back
 */
public record TraitServiceSettings(
    String host,
    int port,
    Set<String> authorities,
    Path folder,
    String seekersTable,
    String noncesTable,
    Duration coolDown,
    int embeddingsAtOnce,
    int embeddingsWaiting) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public TraitServiceSettings {
    authorities = Set.copyOf(authorities);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535");
    }
    if (embeddingsAtOnce < 1 || embeddingsWaiting < 1) {
      throw new IllegalArgumentException("embeddings at once and waiting must be 1 or more");
    }
    if (coolDown.isNegative()) {
      throw new IllegalArgumentException("the cool-down must not be negative");
    }
  }

  /** The usual settings: loopback, usual table names, 30 days of cool-down. */
  public static TraitServiceSettings usual(int port, Path folder) {
    return new TraitServiceSettings(
        "127.0.0.1",
        port,
        Set.of(),
        folder,
        SeekerTable.DEFAULT_NAME,
        NonceTable.DEFAULT_NAME,
        Duration.ofDays(30),
        Runtime.getRuntime().availableProcessors(),
        256);
  }
}
