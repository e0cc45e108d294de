package mosaicmatch.local.nakama;

/** A server module's function that clients call by name. */
@FunctionalInterface
interface Rpc {

  /**
   * Does it.
   *
   * @return what becomes the JSON of the answer
   * @throws RpcException if it refuses or fails
   */
  Object call(Payload payload);
}
