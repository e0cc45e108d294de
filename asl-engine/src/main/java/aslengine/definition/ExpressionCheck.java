package aslengine.definition;

import java.util.Optional;

/** Tells whether an expression can be understood at all. */
@FunctionalInterface
public interface ExpressionCheck {
  /** What is wrong with an expression of a state in this language; empty when nothing is. */
  Optional<String> fault(QueryLanguage language, String text);
}
