package mosaicmatch.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EveryAlarmHasItsParagraphTest {

  private static List<String> paragraphs() {
    var alarms =
        TemplateText.find("(?ms)^## Alarms\n(.*?)^## ", TemplateText.file("docs/runbook.md"))
            .findFirst()
            .orElseThrow()
            .group(1);
    return TemplateText.find("(?m)^### (.+)$", alarms)
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
        .toList();
  }

  @Test
  void alarmsAndParagraphsAreTheSame() {
    var alarms = TemplateText.resources("AWS::CloudWatch::Alarm");
    assertThat(alarms).isNotEmpty();
    var named =
        alarms.values().stream()
            .map(
                alarm ->
                    TemplateText.find("docs/runbook\\.md#([a-z-]+)\"", alarm)
                        .findFirst()
                        .orElseThrow()
                        .group(1))
            .toList();
    assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(paragraphs());
  }

  @Test
  void everyAlarmIsCalledByItsParagraphsNameAndTellsTheTopicBothWays() {
    TemplateText.resources("AWS::CloudWatch::Alarm")
        .forEach(
            (name, alarm) -> {
              var anchor =
                  TemplateText.find("docs/runbook\\.md#([a-z-]+)\"", alarm)
                      .findFirst()
                      .orElseThrow()
                      .group(1);
              assertThat(alarm)
                  .as(name)
                  .contains("AlarmName: !Sub ${NamePrefix}mosaicmatch-" + anchor + "\n")
                  .contains("AlarmActions: [!Ref AlarmTopic]")
                  .contains("OKActions: [!Ref AlarmTopic]")
                  .contains("TreatMissingData: ");
            });
  }

  @Test
  void linksWithinTheRunbookLeadSomewhere() {
    var runbook = TemplateText.file("docs/runbook.md");
    var headings =
        TemplateText.find("(?m)^#+ (.+)$", runbook)
            .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    assertThat(TemplateText.find("\\]\\(#([a-z-]+)\\)", runbook).map(link -> link.group(1)))
        .isNotEmpty()
        .isSubsetOf(headings);
  }
}
