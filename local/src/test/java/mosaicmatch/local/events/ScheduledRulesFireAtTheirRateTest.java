package mosaicmatch.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledRulesFireAtTheirRateTest {

  private static final Instant START = Instant.parse("2026-11-22T02:00:30.250Z");

  @TempDir private Path folder;
  private final HandDriven clock = new HandDriven();
  private final List<JsonNode> events = new ArrayList<>();

  private static final class HandDriven implements InstantSource {
    private Instant now = START;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private RuleBook book() throws IOException {
    return RuleBook.open(folder.resolve("rules.json"), clock);
  }

  private Schedules schedules(RuleBook book) {
    return new Schedules(book, Map.of("cycle", events::add), clock);
  }

  @Test
  void anEnabledRuleFiresOnceAPeriodWithAScheduledEvent() throws IOException {
    var book = book();
    book.declare("cycle", new Rate("rate(5 minutes)"), true);
    try (var schedules = schedules(book)) {
      schedules.fireDue();
      assertThat(events).isEmpty();
      clock.advance(Duration.ofMinutes(5));
      schedules.fireDue();
      schedules.fireDue();
    }
    assertThat(events).hasSize(1);
    var event = events.getFirst();
    assertThat(event.at("/detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(event.at("/source").asText()).isEqualTo("aws.events");
    assertThat(event.at("/time").asText()).isEqualTo("2026-11-22T02:05:30Z");
    assertThat(event.at("/resources/0").asText())
        .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/cycle");
    assertThat(event.at("/detail").isObject()).isTrue();
  }

  @Test
  void aDisabledRuleDoesNotFireAndBeginsANewPeriodWhenEnabled() throws IOException {
    var book = book();
    book.declare("cycle", new Rate("rate(1 hour)"), false);
    try (var schedules = schedules(book)) {
      clock.advance(Duration.ofHours(3));
      schedules.fireDue();
      book.turn("cycle", true);
      clock.advance(Duration.ofMinutes(59));
      schedules.fireDue();
      assertThat(events).isEmpty();
      clock.advance(Duration.ofMinutes(1));
      schedules.fireDue();
      assertThat(events).hasSize(1);
    }
  }

  @Test
  void whatWasMissedIsNotMadeUpFor() throws IOException {
    var book = book();
    book.declare("cycle", new Rate("rate(1 minute)"), true);
    try (var schedules = schedules(book)) {
      clock.advance(Duration.ofHours(5));
      schedules.fireDue();
      schedules.fireDue();
      assertThat(events).hasSize(1);
    }
  }

  @Test
  void aTargetThatThrowsKeepsNoOtherRuleFromFiring() throws IOException {
    var book = book();
    book.declare("bad", new Rate("rate(1 minute)"), true);
    book.declare("cycle", new Rate("rate(1 minute)"), true);
    Schedules.Target bad =
        event -> {
          throw new IllegalStateException("on purpose");
        };
    try (var schedules = new Schedules(book, Map.of("bad", bad, "cycle", events::add), clock)) {
      clock.advance(Duration.ofMinutes(1));
      schedules.fireDue();
    }
    assertThat(events).hasSize(1);
  }

  @Test
  void whatIsPausedStaysPausedAndRestartingMakesNothingDue() throws IOException {
    var before = book();
    before.declare("cycle", new Rate("rate(1 hour)"), true);
    before.declare("other", new Rate("rate(1 hour)"), true);
    before.turn("other", false);
    clock.advance(Duration.ofDays(2));

    var after = book();
    after.declare("other", new Rate("rate(1 hour)"), true);
    after.restart();

    assertThat(after.find("other").orElseThrow().enabled()).isFalse();
    assertThat(after.takeDue(clock.instant())).isEmpty();
    after.schedule("other", new Rate("rate(2 days)"));
    assertThat(after.find("other").orElseThrow().next())
        .isEqualTo(clock.instant().plus(Duration.ofDays(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute), PT1M",
    "rate(15 minutes), PT15M",
    "rate(1 hour), PT1H",
    "rate(2 days), PT48H"
  })
  void ratesAreReadAsEventBridgeReadsThem(String text, Duration period) {
    assertThat(new Rate(text).period()).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5 minutes",
        "rate(1 minutes)",
        "rate(5 minute)",
        "rate(0 hours)",
        "rate(1 week)"
      })
  void whatIsNoRateIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> new Rate(text)).hasMessageContaining("rate(5 minutes)");
  }
}
