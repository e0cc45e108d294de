package mosaicmatch.local.cli;

import java.util.Optional;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.deployed.CycleNames;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * The rule that starts cycles, and the alarm that would go off without it.
 *
 * @param rule the rule's name
 * @param state ENABLED or DISABLED
 * @param rate how often it fires when it is enabled
 * @param mutedAlarm the alarm whose actions are turned off with it, if they are
 */
record CycleSwitch(String rule, String state, String rate, Optional<String> mutedAlarm) {

  /** Lets cycles start by themselves again, and the alarm act. */
  static CycleSwitch resume(Session session) {
    var names = session.site().names();
    try (var events = events(session.clients())) {
      events.enableRule(request -> request.name(names.cycleRule()));
      withAlarm(session, (alarms, alarm) -> alarms.enableAlarmActions(r -> r.alarmNames(alarm)));
      return look(events, names, Optional.empty());
    }
  }

  /** Lets no cycle start by itself, and keeps the alarm quiet; what runs goes on. */
  static CycleSwitch pause(Session session) {
    var names = session.site().names();
    try (var events = events(session.clients())) {
      events.disableRule(request -> request.name(names.cycleRule()));
      withAlarm(session, (alarms, alarm) -> alarms.disableAlarmActions(r -> r.alarmNames(alarm)));
      return look(events, names, names.overdueAlarm());
    }
  }

  /** How it stands; changes nothing, and looks at no alarm. */
  static CycleSwitch look(Session session) {
    try (var events = events(session.clients())) {
      return look(events, session.site().names(), Optional.empty());
    }
  }

  boolean isOn() {
    return state.equals("ENABLED");
  }

  String inWords() {
    return isOn() ? "cycles start by themselves, " + rate : "paused; cycles start by hand only";
  }

  private static CycleSwitch look(
      EventBridgeClient events, CycleNames names, Optional<String> mutedAlarm) {
    var rule = events.describeRule(request -> request.name(names.cycleRule()));
    return new CycleSwitch(
        rule.name(), rule.stateAsString(), rule.scheduleExpression(), mutedAlarm);
  }

  private static EventBridgeClient events(AwsClients clients) {
    return clients.small(EventBridgeClient.builder(), "AWS_ENDPOINT_URL_EVENTBRIDGE").build();
  }

  @FunctionalInterface
  private interface AlarmCall {
    void on(CloudWatchClient alarms, String alarm);
  }

  private static void withAlarm(Session session, AlarmCall call) {
    session.site().names().overdueAlarm().ifPresent(alarm -> withAlarm(session, alarm, call));
  }

  private static void withAlarm(Session session, String alarm, AlarmCall call) {
    var builder =
        session.clients().small(CloudWatchClient.builder(), "AWS_ENDPOINT_URL_CLOUDWATCH");
    try (var alarms = builder.build()) {
      call.on(alarms, alarm);
    }
  }
}
