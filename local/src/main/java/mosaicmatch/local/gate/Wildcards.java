package mosaicmatch.local.gate;

import java.util.Locale;

/**
 * The wildcards of policies (IAM user guide, "IAM JSON policy elements: Resource" and "Action").
 */
final class Wildcards {

  private static final int ARN_SEGMENTS = 6;

  private Wildcards() {}

  /** Whether a policy's action is this one, whatever its case. */
  static boolean coverAction(String pattern, String action) {
    return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  /** Whether a policy's ARN is this one; a wildcard stays within the segment that it stands in. */
  static boolean coverResource(String pattern, String arn) {
    if (pattern.equals("*")) {
      return true;
    }
    String[] wanted = pattern.split(":", ARN_SEGMENTS);
    String[] given = arn.split(":", ARN_SEGMENTS);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!matches(wanted[i], given[i])) {
        return false;
      }
    }
    return true;
  }

  /** {@code *} stands for any characters, {@code ?} for one; looks back to the last star only. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int star = -1;
    int resumeAt = 0;
    int t = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resumeAt = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resumeAt;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }
}
