package mosaicmatch.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Fires the rules of a book when their time has come. */
public final class Schedules implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Schedules.class.getName());

  /** What a rule's events are given to. */
  @FunctionalInterface
  public interface Target {

    /** Takes an event; what it throws is logged, and keeps no other rule from firing. */
    void take(JsonNode event);
  }

  private final RuleBook rules;
  private final Map<String, Target> targets;
  private final InstantSource clock;
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /**
   * Not yet started.
   *
   * @param targets by rule; a rule that is not among them fires at nothing
   */
  public Schedules(RuleBook rules, Map<String, Target> targets, InstantSource clock) {
    this.rules = rules;
    this.targets = Map.copyOf(targets);
    this.clock = clock;
  }

  /** Looks every second, until closed. */
  public void start() {
    // What look() throws it has logged: there is no result to wait for.
    var _ = pulse.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      fireDue();
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the rules can't be looked at", e);
    }
  }

  /** Fires what is due now. */
  public void fireDue() throws IOException {
    var now = clock.instant();
    for (var rule : rules.takeDue(now)) {
      var target = targets.get(rule.name());
      if (target != null) {
        deliver(target, BusEvent.scheduled(rule, now));
      }
    }
  }

  private static void deliver(Target target, JsonNode event) {
    try {
      target.take(event);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a scheduled event found no taker", e);
    }
  }

  @Override
  public void close() {
    pulse.shutdownNow();
  }
}
