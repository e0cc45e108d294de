package aslengine.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A state machine and its revisions. */
final class Machine {
  final String arn;
  final String name;
  final boolean express;
  final Instant created;
  private final Map<String, Revision> revisions = new LinkedHashMap<>();
  private Revision current;
  boolean deleted;

  Machine(String arn, String name, boolean express, Instant created, Revision first) {
    this.arn = arn;
    this.name = name;
    this.express = express;
    this.created = created;
    this.current = first;
    revisions.put(first.id, first);
  }

  Revision current() {
    return current;
  }

  void revise(Revision next) {
    revisions.put(next.id, next);
    current = next;
  }

  boolean wasRevised() {
    return revisions.size() > 1;
  }

  Revision revision(String id) {
    return Optional.ofNullable(revisions.get(id)).orElseThrow();
  }
}
