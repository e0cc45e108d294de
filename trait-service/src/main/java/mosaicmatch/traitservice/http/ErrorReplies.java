package mosaicmatch.traitservice.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.signing.SignatureRefusedException;
import mosaicmatch.traitservice.embedding.EmbeddingQueueFullException;
import mosaicmatch.traitservice.embedding.EmbeddingTimedOutException;
import mosaicmatch.traitservice.registry.BadCursorException;
import mosaicmatch.traitservice.registry.TooManyBlocksException;
import mosaicmatch.traitservice.vectors.VectorFileFullException;
import mosaicmatch.traitservice.vectors.VectorFileUnwritableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The answer to each thing that can go wrong. None repeats what the caller sent. */
final class ErrorReplies {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);

  private ErrorReplies() {}

  static Reply to(RuntimeException failure) {
    return switch (failure) {
      case RefusedCallException e -> refused(e);
      case SignatureRefusedException e -> error(401, e.refusal().code(), e);
      case BadCursorException e -> refused(RefusedCallException.wrongField("cursor", message(e)));
      case TooManyBlocksException e -> error(409, "too_many_blocks", e);
      case EmbeddingQueueFullException e -> later(error(429, "too_many_requests", e));
      case EmbeddingTimedOutException e -> later(error(503, "embedding_timed_out", e));
      case SigningKeysUnavailableException e -> broken(e, "signing_keys_unavailable");
      case StoreUnavailableException e -> broken(e, "store_unavailable");
      case DynamoDbException e when mayPass(e) -> broken(e, "store_unavailable");
      case VectorFileFullException e -> broken(e, "vector_store_full");
      case VectorFileUnwritableException e -> broken(e, "vector_store_unavailable");
      default -> unexpected(failure);
    };
  }

  /** A missing table or a refused access ends once an operator has seen to it. */
  private static boolean mayPass(DynamoDbException e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .filter("ValidationException"::equals)
        .isEmpty();
  }

  private static Reply refused(RefusedCallException e) {
    Map<String, String> field = new LinkedHashMap<>();
    e.field().ifPresent(name -> field.put("field", name));
    String message = e.field().map(name -> name + " ").orElse("") + message(e);
    return Reply.error(e.status(), e.code(), message, field);
  }

  private static Reply error(int status, String code, RuntimeException e) {
    return Reply.error(status, code, message(e), Map.of());
  }

  private static Reply later(Reply reply) {
    return reply.withHeader("Retry-After", "1");
  }

  private static Reply broken(RuntimeException e, String code) {
    LOG.warn("event=dependency_failed error={}", code, e);
    return later(Reply.error(503, code, "try again a little later", Map.of()));
  }

  private static Reply unexpected(RuntimeException e) {
    LOG.error("event=unexpected_failure", e);
    return Reply.error(500, "internal_error", "the service failed on this call", Map.of());
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }
}
