package mosaicmatch.traitservice;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.settings.Environment;
import mosaicmatch.signing.SignatureVerifier;
import mosaicmatch.traitservice.embedding.EmbeddingQueue;
import mosaicmatch.traitservice.embedding.MiniLmEmbeddingModel;
import mosaicmatch.traitservice.http.TraitServer;
import mosaicmatch.traitservice.nonces.DynamoNonceStore;
import mosaicmatch.traitservice.optin.OptIns;
import mosaicmatch.traitservice.registry.CoolDown;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.vectors.VectorIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running trait service. */
public final class TraitService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TraitService.class);
  private static final Duration EMBEDDING_PATIENCE = Duration.ofSeconds(30);
  private static final String VECTOR_FILE = "vectors.log";

  private final String host;
  private final VectorIndex vectors;
  private final EmbeddingQueue embeddings;
  private final TraitServer server;

  private TraitService(
      TraitServiceSettings settings, TraitServiceParts parts, VectorIndex vectors) {
    OwnAuthorities authorities = new OwnAuthorities(settings);
    this.host = settings.host();
    this.vectors = vectors;
    this.embeddings =
        new EmbeddingQueue(
            parts.model(),
            settings.embeddingsAtOnce(),
            settings.embeddingsWaiting(),
            EMBEDDING_PATIENCE);
    this.server =
        TraitServer.start(
            settings.host(),
            settings.port(),
            verifier(settings, parts, authorities),
            backend(settings, parts));
    authorities.listeningOn(server.port());
  }

  /**
   * Starts a service; it answers calls when this returns.
   *
   * @throws mosaicmatch.traitservice.http.PortUnavailableException if nothing can listen there
   * @throws RuntimeException if the vectors' file can't be opened, see {@link VectorIndex#onFile}
   */
  public static TraitService start(TraitServiceSettings settings, TraitServiceParts parts) {
    VectorIndex vectors =
        VectorIndex.onFile(settings.folder().resolve(VECTOR_FILE), parts.model().dimensions());
    try {
      TraitService service = new TraitService(settings, parts, vectors);
      LOG.info("event=started url={}", service.url());
      return service;
    } catch (RuntimeException e) {
      vectors.close();
      throw e;
    }
  }

  private static SignatureVerifier verifier(
      TraitServiceSettings settings, TraitServiceParts parts, OwnAuthorities authorities) {
    DynamoNonceStore nonces =
        new DynamoNonceStore(parts.dynamoDb(), settings.noncesTable(), parts.clock());
    return new SignatureVerifier(parts.keys(), nonces, parts.clock(), authorities);
  }

  private TraitServer.Backend backend(TraitServiceSettings settings, TraitServiceParts parts) {
    SeekerRegistry registry =
        SeekerRegistry.inDynamoDb(
            parts.dynamoDb(),
            settings.seekersTable(),
            new CoolDown(settings.coolDown()),
            parts.clock());
    return new TraitServer.Backend(
        embeddings, vectors, registry, new OptIns(embeddings, vectors, registry));
  }

  /** Where it is reached. */
  public URI url() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.port());
  }

  /** Stops listening, lets calls under way end, and closes the vectors' file. */
  @Override
  public void close() {
    server.close();
    embeddings.close();
    vectors.close();
    LOG.info("event=stopped");
  }

  /** Runs a service by the settings of the environment, until the process is told to end. */
  public static void main(String[] args) throws InterruptedException {
    Environment variables = Environment.ofProcess();
    EnvironmentSettings environment = EnvironmentSettings.read(variables);
    AwsClients aws = new AwsClients(variables);
    TraitServiceParts parts =
        new TraitServiceParts(
            aws.dynamoDb(),
            MiniLmEmbeddingModel.load(),
            SecretSigningKeys.fromSecretsManager(aws, environment.signingKeysSecret()),
            InstantSource.system());
    TraitService service = start(environment.settings(), parts);
    CountDownLatch told = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  told.countDown();
                }));
    told.await();
  }
}
