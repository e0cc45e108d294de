package mosaicmatch.local.sandbox;

import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.local.template.TemplateFunction;

/**
 * The environment variables of a function: the template's, Lambda's own (Lambda developer guide,
 * "Working with Lambda environment variables"), and how it reaches AWS. Nothing of this process.
 */
final class FunctionEnvironment {

  private static final String REGION = "us-east-1";

  private FunctionEnvironment() {}

  /**
   * The variables.
   *
   * @param local what stands in for the template's variables on this machine; a variable that the
   *     template does not have stays missing, as on AWS
   */
  static Map<String, String> of(
      TemplateFunction function, Map<String, String> local, Map<String, String> aws) {
    var variables = new TreeMap<>(function.environment());
    variables.replaceAll((name, value) -> local.getOrDefault(name, value));
    variables.putAll(aws);
    variables.put("AWS_REGION", REGION);
    variables.put("AWS_DEFAULT_REGION", REGION);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization(function));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("LAMBDA_RUNTIME_DIR", Jvm.runtimeFolder());
    variables.put("_HANDLER", function.handler());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("TZ", ":UTC");
    return variables;
  }

  private static String initialization(TemplateFunction function) {
    return function.snapStart() ? "snap-start" : "on-demand";
  }
}
