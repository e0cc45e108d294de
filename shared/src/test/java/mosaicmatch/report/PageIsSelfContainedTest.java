package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageIsSelfContainedTest {

  private static final Set<String> VOID = Set.of("meta", "link", "input", "wbr", "!doctype");

  private final String page = ReportPage.of(Reports.ofSample());

  @Test
  void nothingIsFetched() {
    assertThat(page.replace("xmlns='http://www.w3.org/2000/svg'", ""))
        .doesNotContain("http://", "https://", "src=", "@import", "url(");
  }

  @Test
  void policyAllowsJustThePagesOwnStyleAndScript() throws Exception {
    assertThat(page)
        .contains("default-src 'none'")
        .contains("style-src 'sha256-" + hash(between("<style>", "</style>")) + "'")
        .contains("script-src 'sha256-" + hash(between("<script>", "</script>")) + "'")
        .doesNotContain(" style=\"", " onclick=", "{{");
  }

  @Test
  void everyElementIsClosed() {
    var open = new ArrayDeque<String>();
    var body = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
    for (var tag :
        Pattern.compile("<(/?)([a-z0-9!]+)[^>]*?(/?)>").matcher(body).results().toList()) {
      if (tag.group(1).equals("/")) {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      } else if (tag.group(3).isEmpty() && !VOID.contains(tag.group(2))) {
        open.push(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void idsAreUnique() {
    var ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results().map(id -> id.group(1));
    assertThat(ids.toList()).doesNotHaveDuplicates().contains("pair-1", "pair-149", "alone-2");
  }

  @Test
  void sectionsWithNothingToTellAreLeftOut() {
    var empty = ReportPage.of(Reports.of(List.of(), List.of()));
    assertThat(empty)
        .contains("Too few people waiting to make a pair.")
        .doesNotContain("similarity-title", "waits-title", "pairs-title", "mosaic-title");
  }

  private String between(String start, String end) {
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf(end, from));
  }

  private static String hash(String content) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return Base64.getEncoder()
        .encodeToString(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
  }
}
