package mosaicmatch.local.sandbox;

import java.util.Map;
import mosaicmatch.local.template.TemplateFunction;

/** How functions in sandboxes reach the local AWS. */
@FunctionalInterface
public interface AwsAccess {

  /**
   * A function's credentials and addresses, as environment variables: {@code AWS_ACCESS_KEY_ID},
   * {@code AWS_SECRET_ACCESS_KEY} and {@code AWS_ENDPOINT_URL} or one {@code AWS_ENDPOINT_URL_…}
   * for each service.
   */
  Map<String, String> environmentFor(TemplateFunction function);
}
