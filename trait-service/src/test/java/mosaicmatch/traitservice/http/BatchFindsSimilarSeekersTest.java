package mosaicmatch.traitservice.http;

import java.nio.file.Path;
import mosaicmatch.signing.RequestSigner;
import mosaicmatch.traits.SimilarSeekers;
import mosaicmatch.traits.SimilarSeekersContract;
import mosaicmatch.traits.TraitServiceClient;
import mosaicmatch.traitservice.ServiceUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The batch's own client against this service, over HTTP with signed requests. */
class BatchFindsSimilarSeekersTest extends SimilarSeekersContract {

  @TempDir Path folder;
  private ServiceUnderTest test;

  @BeforeEach
  void start() {
    test = new ServiceUnderTest(folder);
  }

  @AfterEach
  void stop() {
    test.close();
  }

  @Override
  protected SimilarSeekers index() {
    return new TraitServiceClient(
            test.service.url(),
            () -> RequestSigner.withRandomNonces(ServiceUnderTest.BATCH, test.now::get))
        .similar();
  }

  @Override
  protected void optIn(String id, String text) {
    test.optIn(id, text);
  }

  @Override
  protected void optOut(String id) {
    test.nakama.post("/user/" + id + "/opt-out", "");
  }
}
