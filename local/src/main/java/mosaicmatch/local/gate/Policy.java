package mosaicmatch.local.gate;

import java.util.List;
import mosaicmatch.local.template.PolicyStatement;

/** What somebody may do: what a statement allows, and nothing else. */
record Policy(List<PolicyStatement> statements) {

  private static final Policy EVERYTHING =
      new Policy(List.of(new PolicyStatement(List.of("*"), List.of("*"))));

  Policy {
    statements = List.copyOf(statements);
  }

  static Policy everything() {
    return EVERYTHING;
  }

  boolean allows(Demand demand) {
    return statements.stream().anyMatch(statement -> covers(statement, demand));
  }

  private static boolean covers(PolicyStatement statement, Demand demand) {
    return statement.actions().stream()
            .anyMatch(action -> Wildcards.coverAction(action, demand.action()))
        && statement.resources().stream()
            .anyMatch(resource -> Wildcards.coverResource(resource, demand.resource()));
  }
}
