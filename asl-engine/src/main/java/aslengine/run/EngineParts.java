package aslengine.run;

import aslengine.definition.QueryLanguage;
import aslengine.journal.Journal;
import aslengine.object.ObjectStore;
import aslengine.query.QueryEvaluator;
import aslengine.task.LambdaInvoker;
import aslengine.task.TaskHandler;
import aslengine.time.EngineTime;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What an engine is made of.
 *
 * @param handlers what does the work, by resource ARN as definitions write it
 * @param maxConcurrentTasks how many tasks may be worked on at a time
 */
public record EngineParts(
    Arns arns,
    EngineTime time,
    RandomGenerator random,
    Journal journal,
    LambdaInvoker lambda,
    ObjectStore objects,
    Map<String, TaskHandler> handlers,
    Map<QueryLanguage, QueryEvaluator> evaluators,
    StatusListener listener,
    int maxConcurrentTasks) {

  /** A random (version 4) id drawn from the engine's chance. */
  public UUID newId() {
    return uuid(random);
  }

  /** A random (version 4) id. */
  public static UUID uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
