package aslengine.definition;

/** The language of the expressions inside a state (ASL, "QueryLanguage"). */
public enum QueryLanguage {
  /** {@code {% … %}} anywhere in Arguments, Output, Assign and the fields that allow it. */
  JSONATA("JSONata"),
  /** Paths, payload templates and intrinsic functions. */
  JSONPATH("JSONPath");

  private final String word;

  QueryLanguage(String word) {
    this.word = word;
  }

  /** The word that definitions use. */
  public String word() {
    return word;
  }
}
