package mosaicmatch.local.sandbox;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mosaicmatch.local.lambda.Outcome;
import org.jspecify.annotations.Nullable;

/** One round of a child's loop: it asks for an event, gets one, and answers it. */
final class Turn {

  private final CompletableFuture<Optional<Outcome>> start = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Invocation> event = new CompletableFuture<>();
  private final CompletableFuture<Outcome> end = new CompletableFuture<>();
  private final AtomicBoolean taken = new AtomicBoolean();
  private final AtomicReference<@Nullable Outcome> refused = new AtomicReference<>();

  /** Empty when the child asks for an event, an error if it could not come so far. */
  CompletableFuture<Optional<Outcome>> start() {
    return start;
  }

  /** What the child is given. */
  CompletableFuture<@Nullable Invocation> event() {
    return event;
  }

  /** What it answered. */
  CompletableFuture<Outcome> end() {
    return end;
  }

  /** The child asks for an event. */
  void asked() {
    start.complete(Optional.empty());
  }

  /** The child is about to get its event. */
  void take() {
    taken.set(true);
  }

  boolean isTaken() {
    return taken.get();
  }

  /** Whether the child came so far as to ask. */
  boolean isAsked() {
    return start.isDone() && !start.isCompletedExceptionally();
  }

  boolean is(String requestId) {
    var given = event.getNow(null);
    return given != null && given.requestId().equals(requestId);
  }

  /** The answer was not accepted; this is the outcome, whatever the child says of it next. */
  void refuse(Outcome outcome) {
    refused.set(outcome);
  }

  void answer(Outcome outcome) {
    var before = refused.get();
    end.complete(before == null ? outcome : before);
  }

  /** The child could not be set up. */
  void fail(Outcome outcome) {
    start.complete(Optional.of(outcome));
  }

  /** The child is gone. */
  void exited(int exitCode) {
    var gone = new ChildGoneException(exitCode);
    start.completeExceptionally(gone);
    var before = refused.get();
    if (before == null) {
      end.completeExceptionally(gone);
    } else {
      end.complete(before);
    }
  }
}
