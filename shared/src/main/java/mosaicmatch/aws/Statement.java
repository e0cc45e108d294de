package mosaicmatch.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A conditional update of one item, written with {@code #attribute} and {@code :value} throughout,
 * so that no reserved word gets in the way.
 *
 * @param update DynamoDB's update expression
 * @param condition DynamoDB's condition expression
 * @param values the values by name, without the colon
 * @param names what a {@code #name} stands for where it is not the attribute's own name
 */
public record Statement(
    String update,
    String condition,
    Map<String, AttributeValue> values,
    Map<String, String> names) {

  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  /** Keeps copies. */
  public Statement {
    values = Map.copyOf(values);
    names = Map.copyOf(names);
  }

  /** A statement whose values follow. */
  public static Statement of(String update, String condition) {
    return new Statement(update, condition, Map.of(), Map.of());
  }

  /** With a value. */
  public Statement with(String name, AttributeValue value) {
    return new Statement(update, condition, plus(values, name, value), names);
  }

  /** Setting one attribute more; for updates that end in their SET clause. */
  public Statement alsoSetting(String assignment) {
    return new Statement(update + ", " + assignment, condition, values, names);
  }

  /** With a name that is not the attribute's own. */
  public Statement naming(String name, String attribute) {
    return new Statement(update, condition, values, plus(names, name, attribute));
  }

  /** As an update that answers the new item, and the old one if the condition does not hold. */
  public UpdateItemRequest request(String table, Map<String, AttributeValue> key) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key)
        .updateExpression(update)
        .conditionExpression(condition)
        .expressionAttributeNames(placeholders())
        .expressionAttributeValues(coloned())
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /** As one write of a transaction. */
  public TransactWriteItem inTransaction(String table, Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .update(
            write ->
                write
                    .tableName(table)
                    .key(key)
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeNames(placeholders())
                    .expressionAttributeValues(coloned())
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private Map<String, String> placeholders() {
    var placeholders = new TreeMap<String, String>();
    Stream.of(update, condition)
        .flatMap(expression -> NAME.matcher(expression).results())
        .map(found -> found.group(1))
        .forEach(name -> placeholders.put("#" + name, names.getOrDefault(name, name)));
    return placeholders;
  }

  private Map<String, AttributeValue> coloned() {
    var coloned = new TreeMap<String, AttributeValue>();
    values.forEach((name, value) -> coloned.put(":" + name, value));
    return coloned;
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
    var more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }
}
