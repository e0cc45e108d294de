package mosaicmatch.bench.peers;

import java.util.Locale;

/** How the peer looks for neighbours. */
enum Method {
  /** FAISS's exact index, one search of everybody among everybody. */
  FLAT,
  /** The same index by batches among those who remain: the engine's own way. */
  BATCHES,
  /** A navigable graph, at the least effort that finds 95 % of the neighbours. */
  GRAPH;

  String argument() {
    return name().toLowerCase(Locale.ROOT);
  }
}
