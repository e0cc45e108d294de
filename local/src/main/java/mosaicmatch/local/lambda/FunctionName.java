package mosaicmatch.local.lambda;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function as callers name it: by name, name and qualifier, partial ARN or ARN (Lambda API
 * reference, "Invoke").
 *
 * @param name the function's name
 * @param qualifier an alias or version, {@code $LATEST} if none was given
 */
public record FunctionName(String name, String qualifier) {

  /** The qualifier of what was deployed last. */
  public static final String LATEST = "$LATEST";

  private static final String REGION_AND_ACCOUNT = "us-east-1:000000000000";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?\\d{12}:function:)?"
              + "([a-zA-Z0-9_-]{1,64})(?::(\\$LATEST|[a-zA-Z0-9_-]{1,128}))?");

  /**
   * Reads a name.
   *
   * @throws FunctionNotFoundException if no function can have it
   */
  public static FunctionName parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new FunctionNotFoundException(text);
    }
    return new FunctionName(form.group(1), form.group(2) == null ? LATEST : form.group(2));
  }

  /** The same function by another qualifier. */
  public FunctionName qualified(String other) {
    return new FunctionName(name, other);
  }

  /** The ARN, with its qualifier unless it is {@link #LATEST}. */
  public String arn() {
    String arn = "arn:aws:lambda:" + REGION_AND_ACCOUNT + ":function:" + name;
    return qualifier.equals(LATEST) ? arn : arn + ":" + qualifier;
  }
}
