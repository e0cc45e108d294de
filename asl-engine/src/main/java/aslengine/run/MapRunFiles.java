package aslengine.run;

import aslengine.definition.Distribution;
import aslengine.json.Json;
import aslengine.json.PayloadLimit;
import aslengine.map.ItemList;
import aslengine.map.ItemReading;
import aslengine.map.ResultFiles;
import aslengine.map.Transformation;
import aslengine.map.UnreadableItemsException;
import aslengine.object.ObjectStoreException;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the items of map runs and writes their results, away from the loop. */
final class MapRunFiles {
  private static final String READER_FAILED = "States.ItemReaderFailed";
  private static final String WRITER_FAILED = "States.ResultWriterFailed";
  private static final int MOST_ITEMS = 100_000_000;

  private final Interpreter interpreter;
  private final ExecutionRegistry registry;

  MapRunFiles(Interpreter interpreter, ExecutionRegistry registry) {
    this.interpreter = interpreter;
    this.registry = registry;
  }

  /** The evaluated arguments of the reader, if there is one. */
  Optional<JsonNode> readerArguments(Distribution distribution, TypedField fields)
      throws QueryFailedException {
    if (distribution.reader().isEmpty()) {
      return Optional.empty();
    }
    Distribution.ItemReader reader = distribution.reader().get();
    ObjectNode evaluated = Json.object();
    evaluated.set("arguments", fields.any(reader.arguments(), "ItemReader/Arguments"));
    JsonNode most = reader.config().path("MaxItems");
    if (!most.isMissingNode()) {
      evaluated.put(
          "most", fields.integer(most, "ItemReader/ReaderConfig/MaxItems", 1, MOST_ITEMS));
    }
    return Optional.of(evaluated);
  }

  /** The evaluated arguments of the writer, if there is one that exports. */
  Optional<JsonNode> writerArguments(Distribution distribution, TypedField fields)
      throws QueryFailedException {
    Optional<JsonNode> arguments =
        distribution.writer().flatMap(Distribution.ResultWriter::arguments);
    return arguments.isPresent()
        ? Optional.of(fields.any(arguments.get(), "ResultWriter/Arguments"))
        : Optional.empty();
  }

  /** Reads the items, then goes on. */
  void read(MapRun run, Runnable then) {
    JsonNode reader = run.reader.orElseThrow();
    JsonNode config = run.distribution().reader().orElseThrow().config();
    String bucket = reader.path("arguments").path("Bucket").asText();
    String key = reader.path("arguments").path("Key").asText();
    ItemReading reading = new ItemReading(config, reader.path("most").asLong(MOST_ITEMS));
    ItemList list = new ItemList(interpreter.parts.journal());
    run.source = "s3://" + bucket + "/" + key;
    String prefix = Interpreter.prefix(MapRuns.frame(run));
    aside(
        () -> {
          Optional<Failure> failure = read(reading, bucket, key, list, prefix);
          return () -> {
            run.failure = failure;
            if (failure.isEmpty()) {
              run.items = Optional.of(list);
            }
            then.run();
          };
        });
  }

  private Optional<Failure> read(
      ItemReading reading, String bucket, String key, ItemList list, String prefix) {
    try (InputStream in = interpreter.parts.objects().get(bucket, key)) {
      reading.read(in, list);
      return Optional.empty();
    } catch (UnreadableItemsException e) {
      return Optional.of(Failure.of(READER_FAILED, prefix + e.getMessage()));
    } catch (ObjectStoreException e) {
      return Optional.of(Failure.of(READER_FAILED, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return Optional.of(Failure.of(READER_FAILED, e.toString()));
    }
  }

  /**
   * Brings the results together, then passes on what the state's result is. Begins with the next
   * turn, when the last child's end is in the journal.
   */
  void conclude(MapRun run, Consumer<JsonNode> then) {
    List<Execution> children = new ArrayList<>(run.children);
    interpreter.loop.post(
        () -> {
          if (run.writer.isPresent()) {
            export(run, children.stream().filter(run::isToldOf).toList(), then);
          } else {
            JsonNode result = run.failure.isEmpty() ? collect(run, children) : Json.array();
            run.resultsWritten = children.size();
            then.accept(result);
          }
        });
  }

  private JsonNode collect(MapRun run, List<Execution> children) {
    Transformation transformation =
        Transformation.of(
            run.distribution()
                .writer()
                .map(Distribution.ResultWriter::config)
                .orElse(Json.object()),
            Transformation.COMPACT);
    ArrayNode result = Json.array();
    long bytes = 0;
    for (Execution child : children) {
      JsonNode record = registry.resultRecord(child);
      for (JsonNode entry : transformation.apply(record, output(record))) {
        bytes += Json.bytes(entry).length + 1L;
        result.add(entry);
      }
      if (bytes > PayloadLimit.BYTES) {
        run.failure =
            Optional.of(Failure.terminal(Failure.DATA_LIMIT, Failure.tooBig(run.state.name())));
        return Json.array();
      }
    }
    return result;
  }

  private static Optional<JsonNode> output(JsonNode record) {
    return record.has("Output")
        ? Optional.of(Json.own(record.path("Output").asText()))
        : Optional.empty();
  }

  private void export(MapRun run, List<Execution> children, Consumer<JsonNode> then) {
    JsonNode arguments = run.writer.orElseThrow();
    List<JsonNode> pending = run.failure.isPresent() ? registry.pendingRecords(run) : List.of();
    aside(
        () -> {
          @Nullable JsonNode result = null;
          Optional<Failure> failure = Optional.empty();
          try {
            result = write(run, children, pending, arguments);
          } catch (ObjectStoreException e) {
            failure = Optional.of(Failure.of(WRITER_FAILED, String.valueOf(e.getMessage())));
          }
          JsonNode answer = result == null ? Json.object() : result;
          Optional<Failure> found = failure;
          return () -> {
            run.failure = run.failure.or(() -> found);
            run.resultsWritten = run.children.size() + pending.size();
            then.accept(answer);
          };
        });
  }

  private JsonNode write(
      MapRun run, List<Execution> children, List<JsonNode> pending, JsonNode arguments)
      throws ObjectStoreException {
    ResultFiles files =
        new ResultFiles(
            interpreter.parts.objects(),
            arguments.path("Bucket").asText(),
            arguments.path("Prefix").asText(),
            run.id,
            run.redriveCount,
            run.distribution().writer().orElseThrow().config());
    for (Execution child : children) {
      JsonNode record = registry.resultRecord(child);
      boolean succeeded = child.status == ExecutionStatus.SUCCEEDED;
      files.add(
          succeeded ? ResultFiles.Outcome.SUCCEEDED : ResultFiles.Outcome.FAILED,
          record,
          output(record));
    }
    for (JsonNode record : pending) {
      files.add(ResultFiles.Outcome.PENDING, record, Optional.empty());
    }
    return files.finish(run.arn);
  }

  /** Does work on a thread of its own and what follows from it on the loop. */
  private void aside(java.util.function.Supplier<Runnable> work) {
    interpreter.loop.taskStarted();
    Thread.ofVirtual()
        .start(
            () -> {
              Runnable outcome = work.get();
              interpreter.loop.taskEnded(outcome);
            });
  }
}
