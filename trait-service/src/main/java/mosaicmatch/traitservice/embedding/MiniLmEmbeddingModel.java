package mosaicmatch.traitservice.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * all-MiniLM-L6-v2, quantized, from the jar on the class path. Loading takes about a second and 100
 * MB: one instance a process.
 */
public final class MiniLmEmbeddingModel implements EmbeddingModel {

  private static final String NAME = "all-minilm-l6-v2-q";
  private static final int DIMENSIONS = 384;

  private final Encoder encoder;

  private MiniLmEmbeddingModel(Encoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Loads the model.
   *
   * @throws UncheckedIOException if the jar with the model is not on the class path
   */
  public static MiniLmEmbeddingModel load() {
    try (InputStream tokenizer = resource("/" + NAME + "-tokenizer.json")) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(model(), oneThreadEach());
      return new MiniLmEmbeddingModel(
          new Encoder(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN)));
    } catch (IOException e) {
      throw new UncheckedIOException("the embedding model is not on the class path", e);
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model does not load", e);
    }
  }

  /** Several texts at a time on a thread each beat one text on several threads, measured. */
  private static OrtSession.SessionOptions oneThreadEach() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    return options;
  }

  private static byte[] model() throws IOException {
    try (InputStream model = resource("/" + NAME + ".onnx")) {
      return model.readAllBytes();
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream resource = AbstractInProcessEmbeddingModel.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IOException("no resource " + name);
    }
    return resource;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] embed(String text) {
    float[] vector = encoder.embed(text).content().vector();
    return UnitLength.of(Objects.requireNonNull(vector));
  }

  /** Gives langchain4j's reading and pooling a session of our own making. */
  private static final class Encoder extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;

    Encoder(OnnxBertBiEncoder encoder) {
      super(Runnable::run);
      this.encoder = encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return encoder;
    }
  }
}
