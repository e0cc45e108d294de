package mosaicmatch.pairing.tiles;

/**
 * A pool cut into tiles.
 *
 * @param key the list of tiles, one {@link Tile} a line
 * @param unusableKey those of the pool who can't take part, one {@code UnmatchedSeeker} a line
 * @param tiles how many
 * @param seekers how many usable seekers they compare
 * @param candidates how many candidates are kept for each seeker
 * @param waitBoostWeight the weight that all values rest on
 */
public record Tiling(
    String key,
    String unusableKey,
    int tiles,
    int seekers,
    int candidates,
    double waitBoostWeight) {

  /**
   * Checks that a plan would rest on the weight that the tiles rest on.
   *
   * @throws TilesOutdatedException if it is another
   */
  public void requireWeight(double weight) {
    if (weight != waitBoostWeight) {
      throw new TilesOutdatedException("they were made for another wait boost weight");
    }
  }
}
