package mosaicmatch.model;

/** A call that its attempt has given up and that is on its way still. */
final class LateCall {

  private final Choice<Call> call;
  private final Field pair;
  private final Field gone;

  LateCall(Layout layout, int pairs) {
    call = layout.oneOf(Call.values());
    pair = layout.number(pairs - 1);
    gone = layout.number(3);
  }

  boolean isFree(State s) {
    return call.is(s, Call.NONE);
  }

  void leave(State s, int ofPair, Call made, int found) {
    call.put(s, made);
    pair.put(s, ofPair);
    gone.put(s, found);
  }

  boolean arrives(State s, Protocol protocol) {
    if (isFree(s)) {
      return false;
    }
    protocol.make(s, pair.of(s), call.of(s), gone);
    call.put(s, Call.NONE);
    pair.clear(s);
    gone.clear(s);
    return true;
  }

  String words(State before) {
    return "the late call arrives: " + call.of(before).words();
  }
}
