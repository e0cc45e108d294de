package mosaicmatch.local.stack;

import aslengine.Engine;
import aslengine.api.StepFunctionsEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.cloudformation.LocalStack;
import mosaicmatch.local.cloudformation.StacksService;
import mosaicmatch.local.cloudwatch.AlarmsService;
import mosaicmatch.local.deployed.DeployedStack;
import mosaicmatch.local.deployed.StackOutputs;
import mosaicmatch.local.deployed.StackParameters;
import mosaicmatch.local.dynamodb.LocalDynamoDb;
import mosaicmatch.local.events.EventsService;
import mosaicmatch.local.events.Rate;
import mosaicmatch.local.events.RuleBook;
import mosaicmatch.local.gate.AwsGate;
import mosaicmatch.local.gate.AwsService;
import mosaicmatch.local.gate.Forward;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.home.RunningSystem;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.PortTakenException;
import mosaicmatch.local.lambda.FunctionLimits;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.LambdaEndpoint;
import mosaicmatch.local.nakama.NakamaSettings;
import mosaicmatch.local.nakama.NakamaStandIn;
import mosaicmatch.local.s3.S3Store;
import mosaicmatch.local.sandbox.AwsAccess;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.local.sandbox.Sandboxes;
import mosaicmatch.local.secrets.LocalSecrets;
import mosaicmatch.local.secrets.SecretsEndpoint;
import mosaicmatch.settings.Environment;
import mosaicmatch.traitservice.TraitService;
import mosaicmatch.traitservice.TraitServiceParts;
import mosaicmatch.traitservice.TraitServiceSettings;
import mosaicmatch.traitservice.embedding.MiniLmEmbeddingModel;
import mosaicmatch.traitservice.http.PortUnavailableException;

/** Starts the parts of a stack one after the other. */
record StackStarter(Parts parts, LocalSettings settings) {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int MEMORY_MEGABYTES = 1_024;
  private static final int CALLS_AT_ONCE = 64;

  /** How long the end waits for functions that nobody waits for, such as a report's. */
  private static final Duration LONGEST_EVENT = Duration.ofSeconds(30);

  private static final Rate CYCLE_RATE = new Rate("rate(1 hour)");
  private static final Rate RECONCILE_RATE = new Rate("rate(15 minutes)");

  Stack start() throws Exception {
    var home = parts.keep(Home.open(settings.home()));
    var secrets = LocalSecrets.open(home.resolve(LocalKeys.SECRETS_FILE), RANDOM);
    var keys = new LocalKeys(secrets);
    var owner = keys.accessKey();
    var dynamoDb = parts.keep(LocalDynamoDb.open(home.resolve("dynamodb")));
    var gate = parts.keep(AwsGate.start(place("AWS", settings.ports().aws()), owner, RANDOM));
    gate.serve(AwsService.DYNAMODB, forwardTo(dynamoDb, owner));
    gate.serve(AwsService.S3, S3Store.service(home.resolve("s3"), owner, CLOCK));
    gate.serve(AwsService.SECRETS_MANAGER, SecretsEndpoint.service(secrets, owner));
    createMissing(gate, keys, dynamoDb);
    var nakama = parts.keep(NakamaStandIn.start(nakamaSettings(home, keys)));
    var traits = parts.keep(traits(home, keys, dynamoDb));
    var endpoints = new Endpoints(gate.uri(), traits.url(), nakama.uri());
    var environment = endpoints.environment(settings.functions());
    var aws = new InProcessClients(environment, keys.owner(), dynamoDb.client());
    var rules = rules(home);
    gate.serve(AwsService.EVENTS, new EventsService(rules));
    gate.serve(AwsService.CLOUDWATCH, new AlarmsService());
    gate.serve(AwsService.CLOUDFORMATION, new StacksService(description(environment)));
    var functions = functions(home, gate, aws, endpoints);
    gate.serve(AwsService.LAMBDA, LambdaEndpoint.service(functions, owner));
    tellOthers(home, environment);
    return new Stack(parts, home, keys, endpoints, aws, gate, functions, rules);
  }

  private static Place place(String name, int port) {
    return new Place(name, port, Ports.AWS_SETTING);
  }

  private Forward forwardTo(LocalDynamoDb dynamoDb, AccessKey owner) {
    return new Forward(parts.keep(dynamoDb.serve(Place.anywhere("DynamoDB"), owner)).uri());
  }

  private void createMissing(AwsGate gate, LocalKeys keys, LocalDynamoDb dynamoDb) {
    var nowhere = Endpoints.nowhere();
    var environment =
        new Endpoints(gate.uri(), nowhere.traits(), nowhere.nakama())
            .environment(settings.functions());
    LocalTables.createMissing(
        new InProcessClients(environment, keys.owner(), dynamoDb.client()), settings);
  }

  private NakamaSettings nakamaSettings(Home home, LocalKeys keys) {
    var nakama =
        NakamaSettings.in(home.resolve("nakama"), keys.nakamaHttpKey())
            .onPort(settings.ports().nakama(), Ports.NAKAMA_SETTING);
    return settings.nakamaFault().map(nakama::breaking).orElse(nakama);
  }

  private TraitService traits(Home home, LocalKeys keys, LocalDynamoDb dynamoDb) {
    var signingKeys = keys.signingKeys();
    var port = settings.ports().traits();
    try {
      return TraitService.start(
          TraitServiceSettings.usual(port, home.resolve("traits")),
          new TraitServiceParts(
              dynamoDb.client(), MiniLmEmbeddingModel.load(), () -> signingKeys, CLOCK));
    } catch (PortUnavailableException e) {
      throw new PortTakenException(new Place("the trait service", port, Ports.TRAITS_SETTING));
    }
  }

  private static RuleBook rules(Home home) throws IOException {
    var rules = RuleBook.open(home.resolve(Home.RULES), CLOCK);
    rules.declare(LocalNames.CYCLE_RULE, CYCLE_RATE, false);
    rules.declare(LocalNames.RECONCILE_RULE, RECONCILE_RATE, true);
    return rules;
  }

  private static LocalStack description(Environment environment) {
    return new LocalStack(
        DeployedStack.USUAL_NAME,
        CLOCK.instant(),
        StackParameters.of(environment),
        StackOutputs.of(LocalNames.all(), Endpoints.BUCKET).values());
  }

  /**
   * The functions need the engine's address and the engine needs them: it resumes when both are.
   */
  private Functions functions(Home home, AwsGate gate, AwsClients aws, Endpoints endpoints)
      throws IOException {
    var ready = new CompletableFuture<Functions>();
    var engine = engine(home, aws, ready);
    var states = parts.keep(StepFunctionsEndpoint.start(engine, ANYWHERE));
    gate.serve(AwsService.STATES, new Forward(states.uri()));
    var functions = new Functions(CLOCK);
    if (settings.sandboxes().isPresent()) {
      sandboxes(settings.sandboxes().get(), home, gate, endpoints).registerIn(functions);
    } else {
      registerInProcess(functions, aws);
    }
    CycleMachine.deploy(aws, settings);
    ready.complete(functions);
    parts.keep(() -> functions.finishEvents(LONGEST_EVENT));
    return functions;
  }

  private static void registerInProcess(Functions functions, AwsClients aws) {
    for (var function : CycleFunction.values()) {
      functions.register(
          function.functionName(),
          function.handler(aws),
          new FunctionLimits(function.timeout(), CALLS_AT_ONCE, MEMORY_MEGABYTES));
    }
  }

  /** Each function may do at the gate what its role in the template allows, and nothing else. */
  private Sandboxes sandboxes(
      SandboxSettings isolation, Home home, AwsGate gate, Endpoints endpoints) throws IOException {
    var local = new TreeMap<>(settings.functions());
    local.putAll(endpoints.forFunctions());
    AwsAccess access =
        function -> {
          var variables = new TreeMap<>(endpoints.forAwsClients());
          var key = gate.grant(function.logicalId(), function.statements());
          variables.put("AWS_ACCESS_KEY_ID", key.accessKeyId());
          variables.put("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
          return variables;
        };
    return parts.keep(Sandboxes.open(isolation, home, local, access));
  }

  private Engine engine(Home home, AwsClients aws, CompletableFuture<Functions> ready) {
    return parts.keep(
        Engine.builder()
            .time(settings.time())
            .region(Endpoints.REGION)
            .journalDirectory(home.resolve("executions"))
            .lambda(new InProcessLambda(ready))
            .objects(new S3Objects(parts.keep(aws.s3())))
            .onStatusChange(new EndRules(ready, CLOCK))
            .open());
  }

  /** Last, and taken back first. */
  private void tellOthers(Home home, Environment environment) throws IOException {
    RunningSystem.here(environment.variables()).tell(home.root());
    parts.keep(() -> RunningSystem.forget(home.root()));
  }
}
