package mosaicmatch.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.BodyTooLargeException;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;

/** Secrets Manager's protocol, AWS JSON 1.1 (Secrets Manager API reference, "GetSecretValue"). */
final class SecretsService implements Service {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
  private static final int MAX_BODY = 64 * 1024;

  private final LocalSecrets secrets;
  private final AccessKey accessKey;

  SecretsService(LocalSecrets secrets, AccessKey accessKey) {
    this.secrets = secrets;
    this.accessKey = accessKey;
  }

  @Override
  public Reply answer(Call call) throws IOException {
    if (!accessKey.opens(call)) {
      return error(
          "UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    String target = call.header("x-amz-target").orElse("");
    if (!target.equals("secretsmanager.GetSecretValue")) {
      return error("UnknownOperationException", "Only GetSecretValue is served here.");
    }
    try {
      return find(JSON.readTree(call.bytes(MAX_BODY)).path("SecretId").asText());
    } catch (JsonProcessingException | BodyTooLargeException e) {
      return error("SerializationException", "The body must be a JSON object with SecretId.");
    }
  }

  private Reply find(String id) {
    if (id.isEmpty()) {
      return error(
          "InvalidParameterException", "You must provide a value for the SecretId parameter.");
    }
    String name = SecretArn.name(id);
    Optional<String> value = secrets.value(name);
    return value.isPresent()
        ? found(name, value.get())
        : error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  private static Reply found(String name, String value) {
    JsonNode answer =
        JSON.createObjectNode()
            .put("ARN", SecretArn.of(name))
            .put("Name", name)
            .put("VersionId", SecretArn.version(name))
            .put("SecretString", value)
            .set("VersionStages", JSON.createArrayNode().add("AWSCURRENT"));
    return Reply.of(200, MEDIA_TYPE, answer.toString());
  }

  private static Reply error(String type, String message) {
    JsonNode answer = JSON.createObjectNode().put("__type", type).put("Message", message);
    return Reply.of(400, MEDIA_TYPE, answer.toString());
  }
}
