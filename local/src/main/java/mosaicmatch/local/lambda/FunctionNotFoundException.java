package mosaicmatch.local.lambda;

/** There is no function of that name. */
public final class FunctionNotFoundException extends InvocationRefusedException {

  FunctionNotFoundException(String name) {
    super(404, "ResourceNotFoundException", "Function not found: " + name);
  }
}
