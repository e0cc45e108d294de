package mosaicmatch.local.gate;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;
import mosaicmatch.local.template.PolicyStatement;

/**
 * One address on 127.0.0.1 for all AWS services of the local system: {@code AWS_ENDPOINT_URL}. The
 * service is told from the credential scope of the Authorization header, the caller from its access
 * key id. The owner may do everything; a function what its policy allows, all else is refused as
 * the service itself would. Signatures are not checked: the random key ids are the secret here.
 */
public final class AwsGate implements AutoCloseable {

  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final AccessKey owner;
  private final Callers callers;
  private final CallLog log = new CallLog();
  private final Map<AwsService, Service> services = new ConcurrentHashMap<>();
  private final LoopbackServer server;

  private AwsGate(Place place, AccessKey owner, SecureRandom random) {
    this.owner = owner;
    this.callers = new Callers(owner, random);
    this.server = LoopbackServer.start(place, this::answer);
  }

  /**
   * Starts listening; services are added one by one, and one that is not there yet is unavailable.
   *
   * @param place where
   * @param owner the key of who may do everything; services are called with it in the caller's
   *     place
   * @param random what callers' keys are made of
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static AwsGate start(Place place, AccessKey owner, SecureRandom random) {
    return new AwsGate(place, owner, random);
  }

  /** Where it listens. */
  public URI uri() {
    return server.uri();
  }

  /** Puts a service behind the gate. */
  public void serve(AwsService name, Service service) {
    services.put(name, service);
  }

  /** Puts something before a service that is there, such as a fault. */
  public void interpose(AwsService name, UnaryOperator<Service> before) {
    services.computeIfPresent(name, (_, service) -> before.apply(service));
  }

  /**
   * Lets a function do what these statements allow, and nothing else.
   *
   * @param logicalId its logical id in the template, such as {@code OpenCycleFunction}
   * @return the key that it calls with
   */
  public CallerKey grant(String logicalId, List<PolicyStatement> statements) {
    return callers.add(logicalId, statements);
  }

  /** The key that a function calls with; it may do what was granted, nothing if nothing was. */
  public CallerKey callerFor(String logicalId) {
    return callers.key(logicalId);
  }

  /**
   * What was asked for so far, each once, in the order of its first time; the latest 100,000 of
   * them.
   */
  public List<RecordedCall> calls() {
    return log.all();
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Call call) throws IOException {
    Optional<Credential> credential = Credential.of(call);
    Optional<AwsService> service =
        credential.map(Credential::service).flatMap(AwsService::signedFor);
    if (credential.isEmpty()) {
      return unsigned(call).unknownKey();
    }
    if (service.isEmpty()) {
      return unsigned(call)
          .broken(NOT_FOUND, "UnknownService", "no service " + credential.get().service());
    }
    Optional<Caller> caller = callers.find(credential.get());
    return caller.isPresent()
        ? answer(call, service.get(), caller.get())
        : service.get().refusals().unknownKey();
  }

  /** Without a signature nobody knows which service was meant; all of JSON have a target. */
  private static Refusals unsigned(Call call) {
    return call.header("x-amz-target").isPresent()
        ? AwsService.DYNAMODB.refusals()
        : AwsService.S3.refusals();
  }

  private Reply answer(Call call, AwsService name, Caller caller) throws IOException {
    Demands.Asked asked;
    try {
      asked = name.demands().read(call);
    } catch (UnreadableRequestException e) {
      return name.refusals().broken(400, "SerializationException", String.valueOf(e.getMessage()));
    }
    Optional<Demand> denied =
        asked.demands().stream().filter(demand -> !allows(caller, demand)).findFirst();
    if (denied.isPresent()) {
      return refusal(name, caller, denied.get());
    }
    Service service = services.get(name);
    return service == null
        ? name.refusals().broken(UNAVAILABLE, "ServiceUnavailable", "the service is not there yet")
        : revealing(name, caller, call, service.answer(asOwner(asked.call())));
  }

  /** A missing object is told only to who may list its bucket. */
  private Reply revealing(AwsService name, Caller caller, Call call, Reply reply)
      throws IOException {
    boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
    if (name != AwsService.S3 || !reads || reply.status() != NOT_FOUND) {
      return reply;
    }
    Demand demand = S3Demands.toKnowWhatIsMissing(call);
    if (allows(caller, demand)) {
      return reply;
    }
    reply.body().close();
    return refusal(name, caller, demand);
  }

  private boolean allows(Caller caller, Demand demand) {
    boolean allowed = caller.policy().allows(demand);
    log.add(new RecordedCall(caller.logicalId(), demand.action(), demand.resource(), allowed));
    return allowed;
  }

  private static Reply refusal(AwsService name, Caller caller, Demand demand) {
    return name.refusals().denied(new Refusals.Denial(caller.arn(), demand));
  }

  private Call asOwner(Call call) {
    String shown = call.header("authorization").orElseThrow();
    return call.with("authorization", owner.inPlaceOf(shown));
  }
}
