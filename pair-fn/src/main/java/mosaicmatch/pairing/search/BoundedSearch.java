package mosaicmatch.pairing.search;

import mosaicmatch.pairing.kernel.Kernel;

/**
 * Computes the values of those pairs alone that can be wanted: for all others, the product of the
 * first coordinates of their sketches and the lengths of the rests already say that they can't
 * exceed the floor.
 */
final class BoundedSearch extends PanelSearch {

  private final Contenders contenders;
  private final Scores scores;
  private final Sketches sketches;
  private final int last;
  private final float slack;

  BoundedSearch(Contenders contenders, Scores scores, Sketches sketches, Kernel kernel, Work work) {
    super(contenders, scores, sketches.firstCoordinates(), kernel, work);
    this.contenders = contenders;
    this.scores = scores;
    this.sketches = sketches;
    last = sketches.last();
    slack = Math.nextUp((float) sketches.productError());
  }

  @Override
  long offer(
      int row,
      TopList list,
      float[] products,
      int at,
      PackedColumns columns,
      int firstPlace,
      int[] found) {
    var boosts = columns.boosts();
    var rests = columns.rests();
    float rest = sketches.firstRest(row);
    float[] own = sketches.coordinates(row);
    float limit = list.floor() - slack;
    int count = kernel.above(products, at, boosts, rests, firstPlace, rest, limit, found);
    int reached = 0;
    for (int i = 0; i < count; i++) {
      int place = firstPlace + found[i];
      float[] other = sketches.coordinates(columns.number(place));
      float more = kernel.product(own, other, sketches.first(), last);
      if (products[at + found[i]] + boosts[place] + more + own[last] * other[last]
          > list.floor() - slack) {
        reached++;
        add(list, row, columns.number(place), boosts[place]);
      }
    }
    return (long) count * (last - sketches.first()) + (long) reached * contenders.dimension();
  }

  private void add(TopList list, int row, int number, float boost) {
    float value = scores.approximate(kernel, row, number) + boost;
    if (value > list.floor() && contenders.mayMeet(row, number)) {
      list.add(number, value);
    }
  }
}
