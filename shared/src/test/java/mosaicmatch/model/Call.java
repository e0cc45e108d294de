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
}
