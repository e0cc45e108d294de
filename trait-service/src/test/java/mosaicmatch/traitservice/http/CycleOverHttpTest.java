package mosaicmatch.traitservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mosaicmatch.traitservice.ServiceUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleOverHttpTest {

  @TempDir static Path folder;
  private static ServiceUnderTest test;

  @BeforeAll
  static void start() {
    test = new ServiceUnderTest(folder);
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @Test
  void twoPeopleOptInAndAreMatched() {
    long ana = test.optIn("ana", "rain and Brahms");
    long bo = test.optIn("bo", "Brahms and snow");

    assertThat(test.batch.get("/pinecone/active-seekers-ids?limit=10").json().path("seekers"))
        .hasSize(2);
    assertThat(
            test.batch
                .post("/pinecone/fetch-vectors-by-ids", "{\"user_ids\":[\"ana\",\"bo\",\"cy\"]}")
                .json()
                .toString())
        .contains("\"missing\":[\"cy\"]");
    assertThat(matched("ana", "bo", ana).text()).isEqualTo("{\"status\":\"matched\"}");
    assertThat(matched("bo", "ana", bo).text()).isEqualTo("{\"status\":\"matched\"}");
    assertThat(test.batch.get("/pinecone/active-seekers-ids").json().path("seekers")).isEmpty();
    assertThat(test.nakama.get("/user/ana/status").json().path("match").path("partner_id").asText())
        .isEqualTo("bo");
  }

  private static SignedClient.Answer matched(String id, String partner, long optedInAt) {
    return test.batch.post(
        "/pinecone/update-user-metadata/" + id,
        """
        {"status":"matched","cycle_id":"2026-11-22T02:00:00Z","pair_key":"ana#bo",
         "partner_id":"%s","opted_in_at":%d}
        """
            .formatted(partner, optedInAt));
  }
}
