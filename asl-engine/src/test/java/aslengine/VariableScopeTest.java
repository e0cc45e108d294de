package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import org.junit.jupiter.api.Test;

class VariableScopeTest {
  @Test
  void assignmentsSeeTheValuesFromBeforeTheState() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"A","States":{
                "A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"B"},
                "B":{"Type":"Pass","Assign":{"x":"{% $y %}","y":"{% $x %}"},"Output":"{% [$x,$y] %}","Next":"C"},
                "C":{"Type":"Pass","Output":{"before":"{% $states.input %}","after":"{% [$x,$y] %}"},"End":true}}}
              """,
              "{}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("{\"before\":[1,2],\"after\":[2,1]}"));
    }
  }

  @Test
  void innerScopesReadOuterVariablesAndKeepTheirOwn() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"A","States":{
                "A":{"Type":"Pass","Assign":{"outer":10},"Next":"M"},
                "M":{"Type":"Map","Items":[1,2],"Next":"End",
                  "ItemProcessor":{"StartAt":"I","States":{
                    "I":{"Type":"Pass","Assign":{"inner":"{% $outer + $states.input %}"},"Next":"J"},
                    "J":{"Type":"Pass","Output":"{% $inner %}","End":true}}}},
                "End":{"Type":"Pass","Output":{"items":"{% $states.input %}","seen":"{% $exists($inner) %}"},"End":true}}}
              """,
              "{}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("{\"items\":[11,12],\"seen\":false}"));
    }
  }

  @Test
  void choiceRulesAssignAndShapeTheirOwnOutput() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"C","States":{
                "C":{"Type":"Choice","Output":"default","Assign":{"way":"default"},"Default":"D","Choices":[
                  {"Condition":"{% $states.input.n = 1 %}","Next":"D","Output":"one","Assign":{"way":"rule"}},
                  {"Condition":"{% $states.input.n = 2 %}","Next":"D"}]},
                "D":{"Type":"Pass","Output":{"in":"{% $states.input %}","way":"{% $exists($way) ? $way : 'none' %}"},"End":true}}}
              """,
              "{\"n\":1}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("{\"in\":\"one\",\"way\":\"rule\"}"));
      String machine = aws.describe(execution).stateMachineArn();
      assertThat(aws.output(aws.await(aws.start(machine, "{\"n\":2}"))))
          .isEqualTo(Json.own("{\"in\":{\"n\":2},\"way\":\"none\"}"));
      assertThat(aws.output(aws.await(aws.start(machine, "{\"n\":3}"))))
          .isEqualTo(Json.own("{\"in\":\"default\",\"way\":\"default\"}"));
    }
  }

  @Test
  void contextObjectTellsOfExecutionMachineAndState() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":"{% $states.context %}","End":true}}}
              """,
              "{\"i\":1}");
      var context = aws.output(execution);
      assertThat(context.path("Execution").path("Id").asText()).isEqualTo(execution);
      assertThat(context.path("Execution").path("Input")).isEqualTo(Json.own("{\"i\":1}"));
      assertThat(context.path("Execution").path("StartTime").asText())
          .isEqualTo("2026-11-22T02:00:00.000Z");
      assertThat(context.path("Execution").path("RoleArn").asText()).isEqualTo(Aws.ROLE);
      assertThat(context.path("Execution").path("RedriveCount").asInt()).isZero();
      assertThat(context.path("State"))
          .isEqualTo(Json.own("{\"Name\":\"A\",\"EnteredTime\":\"2026-11-22T02:00:00.000Z\"}"));
      assertThat(context.path("StateMachine").path("Name").asText()).startsWith("m");
      assertThat(context.has("Map")).isFalse();
    }
  }
}
