package mosaicmatch.local.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import mosaicmatch.local.events.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** EventBridge, CloudFormation and CloudWatch as their SDK clients know them. */
class StandInsSpeakTheSdksLanguageTest {

  @TempDir private Path folder;

  @Test
  void aRuleIsTurnedOffAndOnAndStaysSo() throws IOException {
    try (var fixture = new GateFixture(folder);
        var events = fixture.owner().small(EventBridgeClient.builder(), "X").build()) {
      events.disableRule(r -> r.name(GateFixture.RULE));
      var rule = events.describeRule(r -> r.name(GateFixture.RULE));
      assertThat(rule.state()).isEqualTo(RuleState.DISABLED);
      assertThat(rule.scheduleExpression()).isEqualTo("rate(1 hour)");
      var kept = RuleBook.open(folder.resolve("rules.json"), GateFixture.CLOCK);
      assertThat(kept.find(GateFixture.RULE).orElseThrow().enabled()).isFalse();
      events.enableRule(r -> r.name(GateFixture.RULE));
      assertThat(events.listRules(r -> r.namePrefix("the-")).rules())
          .singleElement()
          .satisfies(listed -> assertThat(listed.state()).isEqualTo(RuleState.ENABLED));
      assertThatThrownBy(() -> events.enableRule(r -> r.name("none")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void aStackIsDescribedByNameAndAnUnknownOneIsAValidationError() throws IOException {
    try (var fixture = new GateFixture(folder);
        var stacks = fixture.owner().small(CloudFormationClient.builder(), "X").build()) {
      var stack = stacks.describeStacks(r -> r.stackName("the-stack")).stacks().getFirst();
      assertThat(stack.creationTime()).isEqualTo(GateFixture.CLOCK.instant());
      assertThat(stack.parameters())
          .singleElement()
          .satisfies(p -> assertThat(p.parameterValue()).isEqualTo("dev-"));
      assertThat(stack.outputs())
          .singleElement()
          .satisfies(o -> assertThat(o.outputKey()).isEqualTo("BucketName"));
      assertThat(stacks.describeStacks().stacks()).hasSize(1);
      assertThatThrownBy(() -> stacks.describeStacks(r -> r.stackName("other")))
          .isInstanceOfSatisfying(
              CloudFormationException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Stack with id other does not exist");
              });
    }
  }

  @Test
  void alarmsAreMutedAndHeardAgain() throws IOException {
    try (var fixture = new GateFixture(folder);
        var alarms = fixture.owner().small(CloudWatchClient.builder(), "X").build()) {
      alarms.disableAlarmActions(r -> r.alarmNames("a", "b"));
      alarms.enableAlarmActions(r -> r.alarmNames("b"));
      assertThat(fixture.alarms.muted()).containsExactly("a");
    }
  }
}
