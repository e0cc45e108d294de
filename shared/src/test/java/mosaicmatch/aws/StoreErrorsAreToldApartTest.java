package mosaicmatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class StoreErrorsAreToldApartTest {

  private static Object call(RuntimeException error) {
    return StoreCalls.call(
        "reading",
        () -> {
          throw error;
        });
  }

  private static AwsServiceException answer(int status, String code) {
    return DynamoDbException.builder()
        .statusCode(status)
        .message("no")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TransactionConflictException",
        "TransactionInProgressException",
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "RequestLimitExceeded",
        "SlowDown"
      })
  void throttlingAndConflictsMayBeRetried(String code) {
    assertThatThrownBy(() -> call(answer(400, code)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("reading failed");
  }

  @Test
  void serverErrorsAndTimeOutsMayBeRetried() {
    assertThatThrownBy(() -> call(answer(500, "Whatever")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> call(ApiCallTimeoutException.builder().message("too slow").build()))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void otherErrorsPassThrough() {
    var denied = answer(400, "AccessDeniedException");
    assertThatThrownBy(() -> call(denied)).isSameAs(denied);
    var nameless = DynamoDbException.builder().statusCode(400).message("no").build();
    assertThatThrownBy(() -> call(nameless)).isSameAs(nameless);
    var condition = ConditionalCheckFailedException.builder().statusCode(400).build();
    assertThatThrownBy(() -> call(condition)).isSameAs(condition);
  }

  @Test
  void anItemWithoutAnAttributeIsNamed() {
    var item = new Item(Map.of("count", Item.of("x"), "odd", AttributeValue.fromN("1.5")));
    assertThatThrownBy(() -> item.text("absent"))
        .isInstanceOf(BrokenItemException.class)
        .hasMessageContaining("absent");
    assertThatThrownBy(() -> item.number("count")).isInstanceOf(BrokenItemException.class);
    assertThatThrownBy(() -> item.number("odd")).isInstanceOf(BrokenItemException.class);
    assertThatThrownBy(() -> item.map("count")).isInstanceOf(BrokenItemException.class);
  }

  @Test
  void numbersAreKeptBitForBit() {
    for (double number : new double[] {0.1 + 0.2, -1.0 / 3, 1e-7, 0, 123456789.123456789}) {
      assertThat(new Item(Map.of("n", Item.of(number))).decimal("n")).isEqualTo(number);
    }
    assertThat(new Item(Map.of("n", Item.of(1e-200))).decimal("n")).isZero();
  }
}
