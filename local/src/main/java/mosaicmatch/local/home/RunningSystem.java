package mosaicmatch.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.json.Json;

/**
 * The system that runs in a home folder, as it tells other processes.
 *
 * @param process its process id
 * @param startedAt when that process was started: ids are used again
 * @param environment the variables that a function of it has, but for its keys
 */
public record RunningSystem(long process, Instant startedAt, Map<String, String> environment) {

  /** Keeps a copy. */
  public RunningSystem {
    environment = Map.copyOf(environment);
  }

  /** One that runs in this process. */
  public static RunningSystem here(Map<String, String> environment) {
    var process = ProcessHandle.current();
    return new RunningSystem(process.pid(), startOf(process), environment);
  }

  /** Tells it to others, who may read it as the owner of the folder only. */
  public void tell(Path home) throws IOException {
    OwnerOnly.write(home.resolve(Home.ENDPOINTS), Json.mapper().writeValueAsBytes(this));
  }

  /** Takes it back. */
  public static void forget(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(Home.ENDPOINTS));
  }

  /**
   * The system that runs in a folder; empty if none does, or one was killed and left its file.
   *
   * @throws IOException if its file can't be read
   */
  public static Optional<RunningSystem> find(Path home) throws IOException {
    var file = home.resolve(Home.ENDPOINTS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var told = JsonFile.read(file, Json.mapper(), RunningSystem.class);
    return Optional.of(told).filter(RunningSystem::isAlive);
  }

  private boolean isAlive() {
    return ProcessHandle.of(process)
        .filter(found -> startOf(found).equals(startedAt))
        .filter(ProcessHandle::isAlive)
        .isPresent();
  }

  /** The epoch where the operating system does not tell. */
  private static Instant startOf(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Instant.ofEpochMilli(start.toEpochMilli()))
        .orElse(Instant.EPOCH);
  }
}
