package mosaicmatch.pairing.search;

import mosaicmatch.pairing.kernel.Kernel;

/**
 * Computes the values of all pairs of rows and free contenders: in single precision, but with a
 * bound on the error, so that whoever decides knows what to compute exactly.
 */
public final class DenseSearch extends PanelSearch {

  private final Contenders contenders;

  /** A search that counts its work. */
  public DenseSearch(Contenders contenders, Scores scores, Kernel kernel, Work work) {
    super(contenders, scores, scores.scaled(), kernel, work);
    this.contenders = contenders;
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
    if (!(kernel.highestSum(products, at, boosts, firstPlace) > list.floor())) {
      return 0;
    }
    int last = Math.min(columns.size() - firstPlace, kernel.width());
    for (int i = 0; i < last; i++) {
      float value = products[at + i] + boosts[firstPlace + i];
      if (value > list.floor()) {
        int number = columns.number(firstPlace + i);
        if (contenders.mayMeet(row, number)) {
          list.add(number, value);
        }
      }
    }
    return 0;
  }
}
