package mosaicmatch.local.people;

/**
 * A line that describes nobody.
 *
 * @param line its number in the file, from 1
 * @param reason what is wrong with it, for people; names the field, never its content
 */
public record RejectedLine(long line, String reason) {

  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
