package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** An API request's fields, with the checks that AWS makes on them. */
final class Request {
  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}\\x{7f}-\\x{9f}]{1,80}");
  private static final int MOST_RESULTS = 1_000;
  private static final int DEFAULT_RESULTS = 100;

  private final JsonNode json;

  Request(JsonNode json) {
    this.json = json;
  }

  String required(String field) {
    return optional(field)
        .orElseThrow(
            () ->
                new ServiceException(
                    "ValidationException",
                    "1 validation error detected: Value null at '"
                        + field
                        + "' failed to satisfy constraint: Member must not be null"));
  }

  Optional<String> optional(String field) {
    JsonNode value = json.path(field);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  boolean flag(String field, boolean byDefault) {
    return json.path(field).asBoolean(byDefault);
  }

  JsonNode node(String field) {
    return json.path(field);
  }

  /** A name that must keep to AWS's rules for names. */
  String name(String field) {
    return checkedName(required(field));
  }

  static String checkedName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ServiceException("InvalidName", "Invalid Name: '" + name + "'");
    }
    return name;
  }

  String arn(String field) {
    String arn = required(field);
    if (!arn.startsWith("arn:")) {
      throw new ServiceException("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
    }
    return arn;
  }

  int maxResults() {
    int asked = json.path("maxResults").asInt(0);
    if (asked < 0 || asked > MOST_RESULTS) {
      throw new ServiceException(
          "ValidationException",
          "1 validation error detected: Value '"
              + asked
              + "' at 'maxResults' failed to satisfy constraint: Member must have value between 0"
              + " and 1000");
    }
    return asked == 0 ? DEFAULT_RESULTS : asked;
  }

  /** Where the page that is asked for begins. */
  int pageStart() {
    Optional<String> token = optional("nextToken");
    if (token.isEmpty()) {
      return 0;
    }
    return Page.start(token.get());
  }
}
