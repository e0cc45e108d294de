package aslengine.run;

/**
 * A Task's Resource, taken apart.
 *
 * @param function whether it is the ARN of a Lambda function rather than of an integration
 * @param type the service as events name it, such as {@code lambda} or {@code aws-sdk:s3}
 * @param action the API action with its pattern, such as {@code invoke.waitForTaskToken}
 */
record TaskResource(String arn, boolean function, String type, String action) {
  private static final String TOKEN = ".waitForTaskToken";

  static TaskResource parse(String arn) {
    String[] parts = arn.split(":", -1);
    boolean function = parts.length > 2 && parts[2].equals("lambda");
    int last = arn.lastIndexOf(':');
    String action = arn.substring(last + 1);
    int typeStart = indexAfterFifthColon(arn);
    String type = typeStart < last ? arn.substring(typeStart, last) : "";
    return new TaskResource(arn, function, type, action);
  }

  private static int indexAfterFifthColon(String arn) {
    int at = -1;
    for (int i = 0; i < 5; i++) {
      int next = arn.indexOf(':', at + 1);
      if (next < 0) {
        return arn.length();
      }
      at = next;
    }
    return at + 1;
  }

  boolean waitsForToken() {
    return action.endsWith(TOKEN);
  }

  boolean invokesLambda() {
    return !function && type.equals("lambda") && action.startsWith("invoke");
  }
}
