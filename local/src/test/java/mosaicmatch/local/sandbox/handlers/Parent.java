package mosaicmatch.local.sandbox.handlers;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import mosaicmatch.local.sandbox.TestSandboxes;

/** A process with a sandbox: calls it once, says its child's id, and waits to be killed. */
public final class Parent {

  private Parent() {}

  /** Takes a folder for the log. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(TestSandboxes.callOnce(Path.of(arguments[0])));
    new CountDownLatch(1).await();
  }
}
