package mosaicmatch.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mosaicmatch.local.cycle.CycleOutcome;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.OptInRound;
import mosaicmatch.local.cycle.PlayerRequests;
import mosaicmatch.local.home.ScratchHome;
import mosaicmatch.local.nakama.Fault;
import mosaicmatch.local.nakama.NakamaProfile;
import mosaicmatch.local.people.PeopleFile;
import mosaicmatch.local.people.Person;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.LocalSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Opts people in and runs a cycle over everybody who waits. */
@Command(
    name = "run",
    description = "Opts people in, runs a matching cycle, and writes its report.",
    mixinStandardHelpOptions = true)
final class RunCommand extends LocalCommand {

  private static final int TOLD_LINES = 20;

  @Option(
      names = "--people",
      paramLabel = "FILE",
      description = "JSONL of {\"user_id\",\"text\"}; the shipped sample by default.")
  private @Nullable Path people;

  @Option(names = "--dry-run", description = "Plan and report only; nobody's state changes.")
  private boolean dryRun;

  @Option(
      names = "--isolated",
      description = "Run each function in JVMs of its own, from its packaged jar, as Lambda does.")
  private boolean isolated;

  @Option(
      names = "--break",
      paramLabel = "FAULT",
      converter = FaultConverter.class,
      description = "Let Nakama fail for a fixed share of the pairs, such as nakama:0.3.")
  private @Nullable Fault fault;

  private @Nullable PeopleFile read;

  RunCommand(LocalSettings settings) {
    super(settings);
  }

  /** Reads the people before anything is started: a wrong file is named at once. */
  @Override
  public Integer call() throws Exception {
    read = people == null ? PeopleFile.sample() : PeopleFile.read(people);
    tellRejected(read);
    return dryRun ? onScratchCopy() : on(asAsked(settings()));
  }

  /** A dry run does all that a run does up to the plan, on a copy that is thrown away. */
  private int onScratchCopy() throws Exception {
    try (var scratch = ScratchHome.of(settings().home())) {
      return on(asAsked(settings().in(scratch.root())));
    }
  }

  private LocalSettings asAsked(LocalSettings settings) {
    var broken = fault == null ? settings : settings.breaking(fault);
    return isolated ? isolated(broken) : broken;
  }

  @Override
  int work(Session session) throws Exception {
    CycleOutcome outcome;
    try (var progress = progress()) {
      var follower = new CycleFollower(this, session, progress);
      finishInterrupted(session, follower, progress);
      optIn(session, progress, read == null ? List.of() : read.people());
      outcome = follower.follow(start(session));
    }
    return OutcomeText.tell(this, outcome);
  }

  /** An execution that an earlier process left running went on when the system was started. */
  private static void finishInterrupted(
      Session session, CycleFollower follower, RunProgress progress) throws Exception {
    var interrupted = session.latestExecution(ExecutionStatus.RUNNING);
    if (interrupted.isPresent()) {
      progress.say("finishing the cycle that was interrupted");
      follower.follow(interrupted.get());
    }
  }

  private static void optIn(Session session, RunProgress progress, List<Person> everybody)
      throws Exception {
    session.texts().add(everybody);
    session.stack().nakama().addUsers(everybody.stream().map(RunCommand::profile).toList());
    var requests =
        new PlayerRequests(session.stack().endpoints().traits(), session.stack().playerSigner());
    var refused =
        new OptInRound(requests)
            .run(everybody, done -> progress.at("opting in", done, everybody.size()));
    refused.stream().limit(TOLD_LINES).forEach(progress::say);
  }

  private static NakamaProfile profile(Person person) {
    return NakamaProfile.of(person.userId());
  }

  private Execution start(Session session) {
    var input = JsonNodeFactory.instance.objectNode().put("dry_run", dryRun).toString();
    var name = "run-" + Instant.now().toString().replaceAll("[^0-9TZ]", "-");
    return session.execution(
        session
            .states()
            .startExecution(
                request -> request.stateMachineArn(CycleMachine.arn()).name(name).input(input))
            .executionArn());
  }

  private void tellRejected(PeopleFile file) {
    file.rejected().stream()
        .limit(TOLD_LINES)
        .forEach(line -> err().println("mosaic: " + people + ": " + line));
    if (file.rejectedCount() > TOLD_LINES) {
      err().println("mosaic: " + people + ": " + file.rejectedCount() + " lines are bad in all");
    }
    err().flush();
  }
}
