package mosaicmatch.model;

/** A call that an attempt or a reconciliation is about to make; between calls it knows nothing. */
enum Call {
  NONE("ended"),
  MATCH_1("match the first"),
  MATCH_2("match the second"),
  OPEN_EARLY("open the room early"),
  RECORD_MATCHED("record both as matched"),
  OPEN_ROOM("open the room"),
  RECORD_ROOM("record the room"),
  COMPLETE("complete"),
  BEGIN_ABANDONING("begin abandoning"),
  VOID_1("void the first match"),
  VOID_2("void the second match"),
  MISS("count the missed cycle"),
  ABANDON("abandon"),
  ASK_WHO_IS_GONE("ask who is gone"),
  BEGIN_FAILING("begin failing"),
  CLOSE("close the match"),
  FAILING_VOID_1("void the first match of the failing pair"),
  FAILING_VOID_2("void the second match of the failing pair"),
  FAILING_MISS("count the missed cycle of the failing pair"),
  FAIL("fail"),
  SUPERSEDED_MISS("count the missed cycle of the superseded pair"),
  RECORD_FAILURE("record what stopped it");

  private final String words;

  Call(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The call at a port that the real code makes here, with the member whom it is about. */
  String port(Planned pair) {
    return switch (this) {
      case NONE -> "ended";
      case MATCH_1 -> "matched " + Planned.name(pair.seeker(0));
      case MATCH_2 -> "matched " + Planned.name(pair.seeker(1));
      case OPEN_EARLY, OPEN_ROOM -> "open";
      case RECORD_MATCHED -> "recordMatched";
      case RECORD_ROOM -> "recordRoom";
      case COMPLETE -> "complete";
      case BEGIN_ABANDONING -> "beginAbandoning";
      case VOID_1, FAILING_VOID_1 -> "voidMatch " + Planned.name(pair.seeker(0));
      case VOID_2, FAILING_VOID_2 -> "voidMatch " + Planned.name(pair.seeker(1));
      case MISS, FAILING_MISS, SUPERSEDED_MISS -> "missed";
      case ABANDON -> "abandon";
      case ASK_WHO_IS_GONE -> "gone";
      case BEGIN_FAILING -> "beginFailing";
      case CLOSE -> "close";
      case FAIL -> "fail";
      case RECORD_FAILURE -> "recordFailedAttempt";
    };
  }
}
