package mosaicmatch.aws;

import cloud.localstack.docker.DockerExe;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that are skipped on a machine where no Docker engine answers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Condition.class)
public @interface NeedsDocker {

  /**
   * Asks for the engine once, before the first test: one that fails later, or a LocalStack that
   * does not start, fails the tests and skips none.
   */
  final class Condition implements ExecutionCondition {

    private static final int PATIENCE_MINUTES = 1;
    private static final List<Integer> FAILURES = IntStream.rangeClosed(1, 255).boxed().toList();
    private static final ConditionEvaluationResult VERDICT = verdict();

    private static ConditionEvaluationResult verdict() {
      try {
        new DockerExe().execute(List.of("ps"), PATIENCE_MINUTES, FAILURES);
        return ConditionEvaluationResult.enabled("a Docker engine answers");
      } catch (RuntimeException e) {
        var reason =
            "SKIPPED: the tests against LocalStack need a Docker engine, and none answers here ("
                + firstLine(e)
                + ")";
        // Maven shows the count of skipped tests only, not why.
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
      }
    }

    private static String firstLine(RuntimeException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no message");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return VERDICT;
    }
  }
}
