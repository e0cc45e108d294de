package aslengine.run;

/** The engine was closed before it could answer. */
public final class EngineClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineClosedException() {
    super("the engine is closed");
  }
}
