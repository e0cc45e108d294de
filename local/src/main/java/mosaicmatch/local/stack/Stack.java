package mosaicmatch.local.stack;

import java.io.IOException;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.events.RuleBook;
import mosaicmatch.local.gate.AwsGate;
import mosaicmatch.local.gate.CallerKey;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.site.LocalPeople;

/** The running system: tables, objects, secrets, services, functions and the state machine. */
public final class Stack implements AutoCloseable {

  private final Parts parts;
  private final Home home;
  private final LocalKeys keys;
  private final Endpoints endpoints;
  private final AwsClients aws;
  private final AwsGate gate;
  private final Functions functions;
  private final RuleBook rules;

  Stack(
      Parts parts,
      Home home,
      LocalKeys keys,
      Endpoints endpoints,
      AwsClients aws,
      AwsGate gate,
      Functions functions,
      RuleBook rules) {
    this.parts = parts;
    this.home = home;
    this.keys = keys;
    this.endpoints = endpoints;
    this.aws = aws;
    this.gate = gate;
    this.functions = functions;
    this.rules = rules;
  }

  /**
   * Starts everything, with what an earlier run left in the home folder. Executions that were
   * running then go on.
   *
   * @throws mosaicmatch.settings.MissingSettingException if a setting is missing
   * @throws mosaicmatch.settings.WrongSettingException if a setting is wrong
   * @throws mosaicmatch.local.home.HomeInUseException if another process works in the home folder
   * @throws mosaicmatch.local.http.PortTakenException if a port is taken
   * @throws IOException if the home folder can't be read or written
   */
  public static Stack start(LocalSettings settings) throws Exception {
    checkSettings(settings);
    var parts = new Parts();
    try {
      return new StackStarter(parts, settings).start();
    } catch (Exception e) {
      closeAfter(e, parts);
      throw e;
    }
  }

  /** Sets up every function once, towards nowhere: a wrong setting is named before all else. */
  private static void checkSettings(LocalSettings settings) {
    var aws = new AwsClients(Endpoints.nowhere().environment(settings.functions()));
    for (var function : CycleFunction.values()) {
      function.handler(aws);
    }
    CycleMachine.checkLimits(settings);
  }

  private static void closeAfter(Exception reason, Parts parts) {
    try {
      parts.close();
    } catch (PartNotClosedException e) {
      reason.addSuppressed(e);
    }
  }

  /** Where everything is kept. */
  public Home home() {
    return home;
  }

  /** Where everything listens. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** The clients of AWS that the functions are set up with. */
  public AwsClients aws() {
    return aws;
  }

  /** What all AWS services are reached through. */
  public AwsGate gate() {
    return gate;
  }

  /** The rules that start cycles and reconciliations. */
  public RuleBook rules() {
    return rules;
  }

  /** The functions. */
  public Functions functions() {
    return functions;
  }

  /** The key that may do everything at the AWS services. */
  public CallerKey ownerKey() {
    return keys.ownerKey();
  }

  /** The people's side of it. */
  public LocalPeople people() {
    return keys.people(endpoints, false);
  }

  /** Stops everything where it stands; what was running goes on when it is started again. */
  @Override
  public void close() {
    parts.close();
  }
}
