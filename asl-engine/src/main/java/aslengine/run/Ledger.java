package aslengine.run;

import aslengine.journal.Journal;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes down what changed, and reads it again. */
final class Ledger {
  private final Journal journal;
  private final Set<Execution> changed = new LinkedHashSet<>();
  private final Set<MapRun> changedRuns = new LinkedHashSet<>();
  private boolean syncDue;

  Ledger(Journal journal) {
    this.journal = journal;
  }

  Journal journal() {
    return journal;
  }

  /** Says that something about an execution is new. */
  void changed(Execution execution) {
    changed.add(execution);
  }

  /** Says that something about a map run is new. */
  void changed(MapRun run) {
    changedRuns.add(run);
  }

  /** Writes a machine down as it will be once it has this revision. */
  void write(Machine machine, Revision revision, boolean deleted) {
    journal.append(Json.bytes(Records.machine(machine, revision, deleted)));
    syncDue = true;
  }

  /** Has the end of this turn outlive a crash of the machine too. */
  void promise() {
    syncDue = true;
  }

  /** Writes down everything that changed since the last time. */
  void flush() {
    List<MapRun> runs = new ArrayList<>(changedRuns);
    runs.forEach(this::write);
    List<Execution> executions = new ArrayList<>(changed);
    changed.clear();
    executions.forEach(this::write);
    if (syncDue) {
      syncDue = false;
      journal.sync();
    }
  }

  /** Whoever reads the journal must meet a parent before what belongs to it. */
  private void write(MapRun run) {
    if (changedRuns.remove(run)) {
      if (run.parent.openedAt < 0) {
        write(run.parent);
      }
      journal.append(Json.bytes(Records.mapRun(run)));
    }
  }

  private void write(Execution execution) {
    if (!execution.isLive()) {
      return;
    }
    execution.parentRun.ifPresent(this::write);
    Execution.Live live = execution.live();
    boolean closing = !execution.isRunning();
    ObjectNode record = Json.object().put("k", "x").put("n", execution.number);
    boolean opening = execution.openedAt < 0;
    record.set("m", Records.execution(execution, opening));
    if (!live.fresh.isEmpty()) {
      ArrayNode events = record.putArray("e");
      live.fresh.forEach(event -> events.add(event.toJson()));
    }
    frames(execution, closing, record);
    long position = journal.append(Json.bytes(record));
    if (opening) {
      execution.openedAt = position;
    }
    if (!live.fresh.isEmpty()) {
      execution.addChunk(position);
      live.fresh.clear();
    }
    live.changedFrames.clear();
    if (closing) {
      execution.closedAt = position;
      execution.layToRest();
    }
  }

  /** An execution that ended badly leaves all its frames in one place, for a redrive. */
  private static void frames(Execution execution, boolean closing, ObjectNode record) {
    if (execution.status == ExecutionStatus.SUCCEEDED) {
      return;
    }
    Execution.Live live = execution.live();
    ObjectNode frames = record.putObject("f");
    if (closing) {
      live.frames.values().forEach(f -> frames.set(String.valueOf(f.id), FrameCodec.write(f)));
    } else {
      for (int id : live.changedFrames) {
        Frame frame = live.frames.get(id);
        if (frame == null) {
          frames.putNull(String.valueOf(id));
        } else {
          frames.set(String.valueOf(id), FrameCodec.write(frame));
        }
      }
    }
  }

  /** The input of an execution as it was given. */
  String input(Execution execution) {
    return execution.isLive()
        ? execution.live().inputText
        : read(execution.openedAt).path("m").path("input").asText();
  }

  /** What is known about the end of an execution that has ended: output, error, cause. */
  JsonNode ending(Execution execution) {
    return execution.closedAt < 0 ? Json.object() : read(execution.closedAt).path("m");
  }

  /** The frames that an execution was left with when it ended. */
  JsonNode leftFrames(Execution execution) {
    return read(execution.closedAt).path("f");
  }

  /** The events of one part of an execution's history. */
  JsonNode events(long chunk) {
    return read(chunk).path("e");
  }

  private JsonNode read(long position) {
    return Json.own(journal.read(position));
  }
}
