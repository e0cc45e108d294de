package mosaicmatch.local.cli;

import java.io.IOException;
import java.util.List;
import mosaicmatch.local.operate.ErasedPerson;
import mosaicmatch.local.operate.ErasurePreview;
import mosaicmatch.local.operate.HomeErasure;
import mosaicmatch.local.operate.PersonErasure;
import mosaicmatch.local.operate.Workbench;
import mosaicmatch.local.site.LocalPeople;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forgets a person. */
@Command(
    name = "erase",
    description = {
      "Removes a person from trait service, audit trail, claims and the files of all cycles.",
      "Asks first, and says what it did. After an interruption, run it again."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand extends OperatorCommand {

  private static final int TOLD = 20;

  @Parameters(paramLabel = "USER", description = "The person's id.")
  private String user = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  EraseCommand(LocalSettings settings) {
    super(settings);
  }

  /** What the command tells. */
  private record Told(ErasedPerson erased, HomeErasure.Erased atHome, List<String> expiring) {}

  @Override
  int work(Session session, Workbench bench) throws Exception {
    var erasure = new PersonErasure(bench);
    var preview = erasure.preview(user);
    if (!yes && !isConfirmed(preview)) {
      err().println("mosaic: nobody was erased; say --yes, or y when asked");
      return ExitCode.USAGE;
    }
    var erased = erase(erasure);
    var told = new Told(erased, atHome(session, erased), ErasedPerson.EXPIRING);
    print(told, () -> tell(told));
    return erased.unreadableFiles().isEmpty() ? ExitCode.OK : ExitCode.UNFINISHED;
  }

  private boolean isConfirmed(ErasurePreview preview) {
    return Confirmation.isGiven(
        "Erase %s (%s) for good, from %d kept cycles too?"
            .formatted(preview.userId(), preview.status(), preview.cycles()));
  }

  private ErasedPerson erase(PersonErasure erasure) {
    try (var progress = progress()) {
      return erasure.erase(user, (done, all) -> progress.at("erasing", done, all));
    }
  }

  private static HomeErasure.Erased atHome(Session session, ErasedPerson erased)
      throws IOException, InterruptedException {
    var nakama = session.site().people().map(LocalPeople::nakama);
    return new HomeErasure(session.texts(), nakama, session.reports())
        .erase(erased.userId(), erased.changedCycles());
  }

  private void tell(Told told) {
    var erased = told.erased();
    out().println("erased         " + erased.userId());
    out().println("trait service  " + (erased.wasRegistered() ? "erased" : "had nothing"));
    out().println("claim          " + (erased.hadClaim() ? "deleted" : "had none"));
    out().println("audit trail    " + erased.auditEntries() + " pairs deleted");
    out()
        .printf(
            "cycle files    %d rewritten, of %d of %d cycles%n",
            erased.files(), erased.changedCycles().size(), erased.cyclesLookedThrough());
    var atHome = told.atHome();
    out()
        .printf(
            "on this disk   %s, %s, %d report pages deleted%n",
            atHome.text() ? "text deleted" : "no text",
            atHome.account() ? "account deleted" : "no account",
            atHome.reportPages());
    if (!erased.unreadableFiles().isEmpty()) {
      out().println("NOT READABLE   " + Names.of(erased.unreadableFiles(), TOLD));
    }
    out().println("What stays for a time: " + String.join("; ", told.expiring()) + ".");
  }
}
