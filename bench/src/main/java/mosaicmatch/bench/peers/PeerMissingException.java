package mosaicmatch.bench.peers;

/** There is no Python with the peers' packages. */
final class PeerMissingException extends RuntimeException {

  PeerMissingException() {
    super("the peers are not installed; bench/peers/install does so");
  }
}
