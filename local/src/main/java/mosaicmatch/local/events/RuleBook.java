package mosaicmatch.local.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mosaicmatch.json.Json;
import mosaicmatch.local.home.DamagedFileException;
import mosaicmatch.local.home.JsonFile;

/** The rules of the local system, kept in a file: what is paused stays paused. */
public final class RuleBook {

  private final Path file;
  private final InstantSource clock;
  private final Map<String, Rule> rules;

  private RuleBook(Path file, InstantSource clock, Map<String, Rule> rules) {
    this.file = file;
    this.clock = clock;
    this.rules = rules;
  }

  /**
   * Reads the rules; none if the file is not there yet.
   *
   * @throws IOException if the file can't be read, or holds no rules
   */
  public static RuleBook open(Path file, InstantSource clock) throws IOException {
    var rules = new TreeMap<String, Rule>();
    if (Files.exists(file)) {
      var kept = Arrays.asList(JsonFile.read(file, Json.mapper(), Rule[].class));
      if (kept.stream().anyMatch(Objects::isNull)) {
        throw new DamagedFileException(file, "and holds null for a rule");
      }
      kept.forEach(rule -> rules.put(rule.name(), rule));
    }
    return new RuleBook(file, clock, rules);
  }

  /** Adds a rule unless there is one of that name. */
  public synchronized void declare(String name, Rate rate, boolean enabled) throws IOException {
    if (!rules.containsKey(name)) {
      keep(Rule.from(clock.instant(), name, rate, enabled));
    }
  }

  /** Enables a rule at a rate; its first period begins now. */
  public synchronized void schedule(String name, Rate rate) throws IOException {
    keep(Rule.from(clock.instant(), name, rate, true));
  }

  /** Begins a new period of every rule: nothing is due for the time that nobody looked. */
  public synchronized void restart() throws IOException {
    var now = clock.instant();
    for (var rule : List.copyOf(rules.values())) {
      keep(Rule.from(now, rule.name(), rule.rate(), rule.enabled()));
    }
  }

  /** All rules by name. */
  public synchronized List<Rule> all() {
    return List.copyOf(rules.values());
  }

  /** The rule of that name. */
  public synchronized Optional<Rule> find(String name) {
    return Optional.ofNullable(rules.get(name));
  }

  /** Enables or disables a rule; false if there is none of that name. */
  synchronized boolean turn(String name, boolean on) throws IOException {
    var rule = rules.get(name);
    if (rule != null) {
      keep(rule.turned(on, clock.instant()));
    }
    return rule != null;
  }

  /** The rules that are due now; each is then due again a period later. */
  synchronized List<Rule> takeDue(Instant now) throws IOException {
    var due = rules.values().stream().filter(rule -> rule.isDue(now)).toList();
    for (var rule : due) {
      keep(rule.fired(now));
    }
    return due;
  }

  private void keep(Rule rule) throws IOException {
    var before = rules.put(rule.name(), rule);
    if (rule.equals(before)) {
      return;
    }
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Json.mapper().writeValue(fresh.toFile(), List.copyOf(rules.values()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
