package mosaicmatch.local.operate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.BrokenFileException;
import mosaicmatch.pool.SeekerId;

/**
 * Erases a person from the files of one cycle. Only who is in a pool is in the files that follow
 * from it, so the pools are looked at first, and rewritten last: an erasure that broke off before
 * still finds the person in them.
 */
final class CycleFileErasure {

  private final CycleObjects objects;
  private final SeekerId person;
  private final Runnable beforeChange;
  private final FileErasure erasure;
  private final List<String> unreadable = new ArrayList<>();

  CycleFileErasure(CycleObjects objects, SeekerId person, Runnable beforeChange) {
    this.objects = objects;
    this.person = person;
    this.beforeChange = beforeChange;
    this.erasure = new FileErasure(person);
  }

  /** Answers how many files were changed. */
  int erase(CycleId cycle) {
    Predicate<String> isPool = key -> key.startsWith("cycles/" + cycle + "/pool/");
    var keys = objects.keys(cycle);
    var pools = keys.stream().filter(isPool).toList();
    // Without a pool nothing says who was in it, so everything is looked through.
    boolean isInvolved = pools.isEmpty() || pools.stream().anyMatch(this::mentions);
    if (!isInvolved) {
      return 0;
    }
    int changed = 0;
    for (var key : keys.stream().filter(isPool.negate()).toList()) {
      changed += erase(key) ? 1 : 0;
    }
    for (var key : pools) {
      changed += erase(key) ? 1 : 0;
    }
    return changed;
  }

  /** Files that can't be read, and may name the person still. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** A quick look: JSON escapes nothing of most ids, and of the others the answer is yes. */
  private boolean mentions(String key) {
    if (!person.value().matches("[A-Za-z0-9 ._~@:+=-]+")) {
      return true;
    }
    try (var lines =
        new BufferedReader(new InputStreamReader(objects.open(key), StandardCharsets.UTF_8))) {
      return lines.lines().anyMatch(line -> line.contains("\"" + person.value() + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + key, e);
    }
  }

  private boolean erase(String key) {
    try {
      return objects.erase(key, erasure, beforeChange);
    } catch (BrokenFileException e) {
      unreadable.add(key);
      return false;
    }
  }
}
