package mosaicmatch.local.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.template.LocalAccount;

/**
 * DynamoDB: an action each for the tables named. A transaction needs the actions of its parts
 * (DynamoDB developer guide, "Using IAM with DynamoDB transactions").
 */
final class DynamoDbDemands implements Demands {

  private static final Set<String> READS_AN_INDEX = Set.of("Query", "Scan");
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  @Override
  public Asked read(Call call) throws IOException {
    JsonRequest request = JsonRequest.read(call);
    List<Demand> demands = demands(request);
    return new Asked(
        request.call(), demands.isEmpty() ? List.of(demand(request.operation(), "*")) : demands);
  }

  private static List<Demand> demands(JsonRequest request) {
    return switch (request.operation()) {
      case "TransactWriteItems", "TransactGetItems" -> parts(request);
      case "BatchGetItem", "BatchWriteItem" ->
          request
              .fields()
              .path("RequestItems")
              .propertyStream()
              .map(table -> demand(request.operation(), table(table.getKey())))
              .toList();
      default -> List.of(demand(request.operation(), resource(request)));
    };
  }

  private static List<Demand> parts(JsonRequest request) {
    return request
        .fields()
        .path("TransactItems")
        .valueStream()
        .flatMap(DynamoDbDemands::part)
        .distinct()
        .toList();
  }

  private static Stream<Demand> part(JsonNode item) {
    return item.propertyStream()
        .map(
            part ->
                demand(
                    PARTS.getOrDefault(part.getKey(), part.getKey()),
                    table(part.getValue().path("TableName").asText(""))));
  }

  private static String resource(JsonRequest request) {
    String name = request.text("TableName");
    String index = request.text("IndexName");
    if (name.isEmpty()) {
      return request.text("ResourceArn").isEmpty() ? "*" : request.text("ResourceArn");
    }
    return READS_AN_INDEX.contains(request.operation()) && !index.isEmpty()
        ? table(name) + "/index/" + index
        : table(name);
  }

  private static String table(String nameOrArn) {
    return nameOrArn.startsWith("arn:")
        ? nameOrArn
        : LocalAccount.arn("dynamodb", "table/" + nameOrArn);
  }

  private static Demand demand(String operation, String resource) {
    return new Demand("dynamodb:" + operation, resource);
  }
}
