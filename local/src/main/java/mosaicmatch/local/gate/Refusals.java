package mosaicmatch.local.gate;

import mosaicmatch.local.http.Reply;

/** How a service words that it does not serve somebody. */
interface Refusals {

  /** Nobody has the key that the request shows. */
  Reply unknownKey();

  /** The caller may not do it. */
  Reply denied(Denial denial);

  /** The request is none of the service's, or the service does not run. */
  Reply broken(int status, String code, String message);

  /**
   * What a caller may not do.
   *
   * @param caller the caller's ARN
   * @param demand what was asked
   */
  record Denial(String caller, Demand demand) {

    private static final String FORM =
        "User: %s is not authorized to perform: %s on resource: %s because no identity-based"
            + " policy allows the %s action";

    String sentence() {
      return FORM.formatted(caller, demand.action(), demand.resource(), demand.action());
    }

    /** The same with the resource in quotes, as S3 has it. */
    String quotingSentence() {
      return FORM.formatted(
          caller, demand.action(), '"' + demand.resource() + '"', demand.action());
    }
  }
}
