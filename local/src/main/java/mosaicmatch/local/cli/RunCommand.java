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
import mosaicmatch.local.people.PeopleFile;
import mosaicmatch.local.people.Person;
import mosaicmatch.local.site.LocalPeople;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.LocalSites;
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
      description = {
        "Let Nakama fail for a fixed share of the pairs, such as nakama:0.3,",
        "or open only so many rooms a second, such as nakama:throttle:50."
      })
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
    var elsewhere = LocalSites.attach(settings()).isPresent();
    checkPossible(elsewhere);
    return dryRun && !elsewhere ? onScratchCopy() : on(asAsked(settings()));
  }

  /** In a system that runs elsewhere nothing can be broken, and nobody opted in just to see. */
  private void checkPossible(boolean elsewhere) {
    if (elsewhere && fault != null) {
      throw new NotWhileUpException("--break", "give it to mosaic up instead");
    }
    if (elsewhere && isolated) {
      throw new NotWhileUpException("--isolated", "give it to mosaic up instead");
    }
    if (elsewhere && dryRun && people != null) {
      throw new NotWhileUpException(
          "--dry-run with --people", "leave --people out to plan for who waits now");
    }
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
  boolean worksOnAws() {
    return false;
  }

  @Override
  int work(Session session) throws Exception {
    CycleOutcome outcome;
    try (var progress = progress()) {
      var follower = new CycleFollower(session, progress);
      finishInterrupted(session, follower, progress);
      var local = session.site().people().orElseThrow();
      if (!(dryRun && local.elsewhere())) {
        optIn(session, local, progress);
      }
      outcome = follower.follow(start(session));
    }
    return OutcomeText.tell(this, outcome);
  }

  /** An execution that an earlier process left running went on when the system was started. */
  private static void finishInterrupted(
      Session session, CycleFollower follower, RunProgress progress) throws Exception {
    var interrupted = session.latestExecution(ExecutionStatus.RUNNING);
    if (interrupted.isPresent()) {
      progress.say("finishing the cycle that was under way");
      follower.follow(interrupted.get());
    }
  }

  private void optIn(Session session, LocalPeople local, RunProgress progress) throws Exception {
    var everybody = read == null ? List.<Person>of() : read.people();
    session.texts().add(everybody);
    local.nakama().signUp(everybody.stream().map(Person::userId).toList());
    var refused =
        new OptInRound(new PlayerRequests(local.traits(), local.signer()))
            .run(everybody, done -> progress.at("opting in", done, everybody.size()));
    refused.stream().limit(TOLD_LINES).forEach(progress::say);
  }

  private Execution start(Session session) {
    var input = JsonNodeFactory.instance.objectNode().put("dry_run", dryRun).toString();
    var name = "run-" + Instant.now().toString().replaceAll("[^0-9TZ]", "-");
    return session.execution(
        session
            .states()
            .startExecution(
                request ->
                    request
                        .stateMachineArn(session.site().names().machine())
                        .name(name)
                        .input(input))
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
