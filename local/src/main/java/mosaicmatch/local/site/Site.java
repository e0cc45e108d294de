package mosaicmatch.local.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.deployed.CycleNames;

/**
 * A running system: in this process, in another one on this machine, or on AWS.
 *
 * @param clients clients set up as its functions are
 * @param names what its parts are called
 * @param folder where reports and known texts are kept on this machine
 * @param people its people, if it runs on this machine
 * @param pace how long to wait from one look at an execution to the next
 * @param end what ends with the command
 */
public record Site(
    AwsClients clients,
    CycleNames names,
    Path folder,
    Optional<LocalPeople> people,
    Duration pace,
    Runnable end)
    implements AutoCloseable {

  @Override
  public void close() {
    end.run();
  }
}
