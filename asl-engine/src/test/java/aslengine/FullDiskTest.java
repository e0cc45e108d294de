package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.definition.QueryLanguage;
import aslengine.journal.Journal;
import aslengine.journal.JournalWriteException;
import aslengine.json.Json;
import aslengine.object.ObjectStore;
import aslengine.query.LiteralEvaluator;
import aslengine.run.Arns;
import aslengine.run.EngineParts;
import aslengine.run.StepFunctions;
import aslengine.task.LambdaInvoker;
import aslengine.time.EngineTime;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What cannot be written down is not acknowledged. */
class FullDiskTest {
  /** A journal that takes so many records and then is full. */
  private static final class SmallJournal implements Journal {
    private final Journal journal = Journal.inMemory();
    private int room;

    private SmallJournal(int room) {
      this.room = room;
    }

    @Override
    public long append(byte[] record) {
      if (room-- == 0) {
        throw new JournalWriteException(
            "the journal cannot be written (No space left on device): j", new IOException());
      }
      return journal.append(record);
    }

    @Override
    public byte[] read(long position) {
      return journal.read(position);
    }

    @Override
    public void sync() {}

    @Override
    public void replay(RecordReader reader) {}

    @Override
    public void close() {}
  }

  @Test
  void startIsRefusedWithTheNamedErrorAndNothingGoesOn() {
    EngineParts parts =
        new EngineParts(
            new Arns("us-east-1", "000000000000"),
            EngineTime.leaping(Aws.START),
            new Random(1),
            new SmallJournal(1),
            LambdaInvoker.none(),
            ObjectStore.none(),
            Map.of(),
            Map.of(QueryLanguage.JSONPATH, new LiteralEvaluator()),
            detail -> {},
            1);
    try (StepFunctions engine = StepFunctions.open(parts)) {
      String machine =
          engine
              .call(
                  "CreateStateMachine",
                  Json.object()
                      .put("name", "m")
                      .put("roleArn", Aws.ROLE)
                      .put(
                          "definition",
                          "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}"))
              .path("stateMachineArn")
              .asText();
      var start = Json.object().put("stateMachineArn", machine);
      assertThatThrownBy(() -> engine.call("StartExecution", start))
          .isInstanceOf(JournalWriteException.class)
          .hasMessageContaining("No space left on device");
      assertThatThrownBy(() -> engine.call("ListStateMachines", Json.object()))
          .isInstanceOf(JournalWriteException.class);
    }
    assertThat(parts.maxConcurrentTasks()).isEqualTo(1);
  }
}
