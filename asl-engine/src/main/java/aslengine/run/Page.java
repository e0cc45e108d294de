package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Cuts lists into pages. */
final class Page {
  private static final String MARK = "asl:";

  private Page() {}

  /** Puts one page of a list into a response, and a token when there is more. */
  static <T> void put(
      ObjectNode response,
      String field,
      List<T> all,
      Request request,
      Function<T, JsonNode> toJson) {
    int from = Math.min(request.pageStart(), all.size());
    int to = Math.min(from + request.maxResults(), all.size());
    var page = response.putArray(field);
    all.subList(from, to).forEach(item -> page.add(toJson.apply(item)));
    if (to < all.size()) {
      response.put("nextToken", token(to));
    }
  }

  static String token(int next) {
    return Base64.getUrlEncoder().encodeToString((MARK + next).getBytes(StandardCharsets.UTF_8));
  }

  static int start(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(MARK)) {
        return Integer.parseInt(text, MARK.length(), text.length(), 10);
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one answer for all tokens that this engine did not make.
    }
    throw new ServiceException("InvalidToken", "Invalid Token: '" + token + "'");
  }
}
