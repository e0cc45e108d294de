package mosaicmatch.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SavedQueriesAreOnFileTest {

  @Test
  void theTemplateSavesJustTheQueriesOnFile() throws IOException {
    Map<String, String> saved = new TreeMap<>();
    for (var query : TemplateText.resources("AWS::Logs::QueryDefinition").values()) {
      var name = TemplateText.find("mosaicmatch/([a-z-]+)\n", query).findFirst().orElseThrow();
      var text =
          TemplateText.find("(?s)QueryString: \\|\n(.*)", query).findFirst().orElseThrow().group(1);
      saved.put(name.group(1) + ".txt", text.stripTrailing().stripIndent() + "\n");
    }
    Map<String, String> onFile = new TreeMap<>();
    try (var files = Files.list(Path.of("../docs/queries"))) {
      for (var file : files.toList()) {
        onFile.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(saved).isNotEmpty().isEqualTo(onFile);
  }

  @Test
  void everyQuerySearchesTheLogsOfEveryFunction() {
    var groups =
        TemplateText.resources("AWS::Logs::LogGroup").keySet().stream()
            .filter(name -> !name.equals("CycleLogs"))
            .map(name -> "- !Ref " + name + "\n")
            .toArray(String[]::new);
    TemplateText.resources("AWS::Logs::QueryDefinition")
        .forEach((name, query) -> assertThat(query).as(name).contains(groups));
  }
}
