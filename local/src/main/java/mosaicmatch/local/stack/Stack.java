package mosaicmatch.local.stack;

import aslengine.Engine;
import aslengine.api.StepFunctionsEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.dynamodb.LocalDynamoDb;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.lambda.FunctionLimits;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.LambdaEndpoint;
import mosaicmatch.local.nakama.NakamaSettings;
import mosaicmatch.local.nakama.NakamaStandIn;
import mosaicmatch.local.s3.S3Store;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.local.sandbox.Sandboxes;
import mosaicmatch.local.secrets.LocalSecrets;
import mosaicmatch.local.secrets.SecretsEndpoint;
import mosaicmatch.signing.RequestSigner;
import mosaicmatch.traitservice.TraitService;
import mosaicmatch.traitservice.TraitServiceParts;
import mosaicmatch.traitservice.TraitServiceSettings;
import mosaicmatch.traitservice.embedding.MiniLmEmbeddingModel;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The running system: tables, objects, secrets, services, functions and the state machine. */
public final class Stack implements AutoCloseable {

  private static final int MEMORY_MEGABYTES = 1_024;
  private static final int CALLS_AT_ONCE = 64;

  private final Parts parts;
  private final Home home;
  private final LocalKeys keys;
  private final Endpoints endpoints;
  private final AwsClients aws;
  private final NakamaStandIn nakama;
  private final Functions functions;

  private Stack(
      Parts parts,
      Home home,
      LocalKeys keys,
      Endpoints endpoints,
      AwsClients aws,
      NakamaStandIn nakama,
      Functions functions) {
    this.parts = parts;
    this.home = home;
    this.keys = keys;
    this.endpoints = endpoints;
    this.aws = aws;
    this.nakama = nakama;
    this.functions = functions;
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
      return new Starter(parts, settings).start();
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

  /** The stand-in for Nakama. */
  public NakamaStandIn nakama() {
    return nakama;
  }

  /** The functions. */
  public Functions functions() {
    return functions;
  }

  /** Signs what players ask of the trait service. */
  public RequestSigner playerSigner() {
    return RequestSigner.withRandomNonces(keys.playerKey(), InstantSource.system());
  }

  /** Stops everything where it stands; what was running goes on when it is started again. */
  @Override
  public void close() {
    parts.close();
  }

  /** Starts the parts one after the other. */
  private record Starter(Parts parts, LocalSettings settings) {

    private static final InstantSource CLOCK = InstantSource.system();

    Stack start() throws Exception {
      var home = parts.keep(Home.open(settings.home()));
      var secrets = LocalSecrets.open(home.resolve("secrets.json"), new SecureRandom());
      var keys = new LocalKeys(secrets);
      keys.useForAwsClients();
      var access = keys.accessKey();
      var dynamoDb = parts.keep(LocalDynamoDb.open(home.resolve("dynamodb")));
      var tables = parts.keep(dynamoDb.serve(Place.anywhere("DynamoDB"), access));
      var objects =
          parts.keep(S3Store.start(home.resolve("s3"), Place.anywhere("S3"), access, CLOCK));
      var secretsEndpoint =
          parts.keep(SecretsEndpoint.start(secrets, Place.anywhere("Secrets Manager"), access));
      var lambdas = new Functions(CLOCK);
      var lambda = parts.keep(LambdaEndpoint.start(lambdas, Place.anywhere("Lambda"), access));
      var nakama = parts.keep(NakamaStandIn.start(nakamaSettings(home, keys)));
      var addresses =
          new Endpoints(
              tables.uri(),
              objects.uri(),
              secretsEndpoint.uri(),
              Endpoints.nowhere().states(),
              lambda.uri(),
              Endpoints.nowhere().traits(),
              nakama.uri());
      var clients =
          new InProcessClients(addresses.environment(settings.functions()), dynamoDb.client());
      LocalTables.createMissing(clients, settings);
      var traits = parts.keep(traits(home, keys, dynamoDb.client()));
      var ready = new CompletableFuture<Functions>();
      var states = parts.keep(states(engine(home, clients, ready)));
      var endpoints = addresses.at(states.uri(), traits.url());
      var environment = endpoints.environment(settings.functions());
      var aws = new InProcessClients(environment, dynamoDb.client());
      if (settings.sandboxes().isPresent()) {
        sandboxes(settings.sandboxes().get(), home, keys, endpoints).registerIn(lambdas);
      } else {
        register(lambdas, aws);
      }
      CycleMachine.deploy(aws, settings);
      ready.complete(lambdas);
      return new Stack(parts, home, keys, endpoints, aws, nakama, lambdas);
    }

    private NakamaSettings nakamaSettings(Home home, LocalKeys keys) {
      var nakama = NakamaSettings.in(home.resolve("nakama"), keys.nakamaHttpKey());
      return settings.nakamaFault().map(nakama::breaking).orElse(nakama);
    }

    private static TraitService traits(Home home, LocalKeys keys, DynamoDbClient dynamoDb) {
      var signingKeys = keys.signingKeys();
      return TraitService.start(
          TraitServiceSettings.usual(0, home.resolve("traits")),
          new TraitServiceParts(dynamoDb, MiniLmEmbeddingModel.load(), () -> signingKeys, CLOCK));
    }

    private Engine engine(Home home, AwsClients clients, CompletableFuture<Functions> ready) {
      return parts.keep(
          Engine.builder()
              .time(settings.time())
              .region(Endpoints.REGION)
              .journalDirectory(home.resolve("executions"))
              .lambda(new InProcessLambda(ready))
              .objects(new S3Objects(parts.keep(clients.s3())))
              .onStatusChange(new FailureRule(ready, CLOCK))
              .open());
    }

    private static StepFunctionsEndpoint states(Engine engine) throws IOException {
      return StepFunctionsEndpoint.start(
          engine, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private Sandboxes sandboxes(
        SandboxSettings isolation, Home home, LocalKeys keys, Endpoints endpoints)
        throws IOException {
      var local = new TreeMap<>(settings.functions());
      local.putAll(endpoints.forFunctions());
      var aws = new TreeMap<>(endpoints.forAwsClients());
      aws.putAll(keys.credentials());
      return parts.keep(Sandboxes.open(isolation, home, local, logicalId -> aws));
    }

    private static void register(Functions functions, AwsClients aws) {
      for (var function : CycleFunction.values()) {
        functions.register(
            function.functionName(),
            function.handler(aws),
            new FunctionLimits(function.timeout(), CALLS_AT_ONCE, MEMORY_MEGABYTES));
      }
    }
  }
}
