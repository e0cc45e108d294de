package mosaicmatch.traitservice.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.ByteArrayInputStream;
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

  /** The tokenizer counts no further. */
  private static final int MAX_TOKENS = 512;

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
    try (InputStream tokenizer = uncutTokenizer()) {
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

  /** The tokenizer as shipped silently drops all after 128 tokens; the model reads up to 512. */
  private static InputStream uncutTokenizer() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream shipped = resource("/" + NAME + "-tokenizer.json")) {
      ObjectNode tokenizer = (ObjectNode) json.readTree(shipped);
      tokenizer.putNull("truncation").putNull("padding");
      return new ByteArrayInputStream(json.writeValueAsBytes(tokenizer));
    }
  }

  private static byte[] model() throws IOException {
    try (InputStream model = resource("/" + NAME + ".onnx")) {
      return model.readAllBytes();
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream resource = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(name);
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
    double[] sum = new double[DIMENSIONS];
    addWeighted(text, sum);
    return UnitLength.of(sum);
  }

  /**
   * Adds a text's vector by its number of tokens; one that is too long for the model, in halves.
   */
  private void addWeighted(String text, double[] sum) {
    int tokens = encoder.estimateTokenCount(text);
    if (tokens >= MAX_TOKENS) {
      int middle = middleOf(text);
      addWeighted(text.substring(0, middle), sum);
      addWeighted(text.substring(middle), sum);
      return;
    }
    float[] vector = Objects.requireNonNull(encoder.embed(text).content().vector());
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (double) tokens * vector[i];
    }
  }

  /** The gap between words that is nearest before the middle, or the middle of one endless word. */
  private static int middleOf(String text) {
    int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    int gap = text.lastIndexOf(' ', middle);
    return gap > text.length() / 4 ? gap : middle;
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
