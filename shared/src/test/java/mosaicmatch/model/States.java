package mosaicmatch.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing list of different states, each with the one that it was first reached from. States lie
 * in blocks of words; a table with open addressing finds them.
 */
final class States {

  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final int length;
  private final List<long[]> blocks = new ArrayList<>();
  private int[] parents = new int[BLOCK];
  private int[] table = new int[2 * BLOCK];
  private int size;

  States(int wordsOfAState) {
    this.length = wordsOfAState;
  }

  int size() {
    return size;
  }

  int parent(int index) {
    return parents[index];
  }

  void read(int index, State into) {
    System.arraycopy(
        blocks.get(index >> BLOCK_BITS), (index & BLOCK - 1) * length, into.words, 0, length);
  }

  State at(int index) {
    var state = new State(length);
    read(index, state);
    return state;
  }

  /** True if the state is new. */
  boolean add(State state, int parent) {
    int slot = slot(state);
    if (table[slot] != 0) {
      return false;
    }
    append(state, parent);
    table[slot] = size;
    if (size > table.length / 2) {
      rehash();
    }
    return true;
  }

  /** Where a state stands in the list; it must be there. */
  int indexOf(State state) {
    int index = table[slot(state)] - 1;
    if (index < 0) {
      throw new IllegalStateException("a state was not reached");
    }
    return index;
  }

  private void append(State state, int parent) {
    if (size >> BLOCK_BITS == blocks.size()) {
      blocks.add(new long[BLOCK * length]);
    }
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, 2 * size);
    }
    System.arraycopy(
        state.words, 0, blocks.get(size >> BLOCK_BITS), (size & BLOCK - 1) * length, length);
    parents[size++] = parent;
  }

  /** The slot that holds the state's index plus one, or 0 where it belongs. */
  private int slot(State state) {
    int slot = hash(state) & table.length - 1;
    while (table[slot] != 0 && !isAt(table[slot] - 1, state)) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  private boolean isAt(int index, State state) {
    var block = blocks.get(index >> BLOCK_BITS);
    int from = (index & BLOCK - 1) * length;
    for (int word = 0; word < length; word++) {
      if (block[from + word] != state.words[word]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(State state) {
    long hash = 0;
    for (long word : state.words) {
      hash = (hash ^ word ^ word >>> 29) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) (hash * 0xBF58476D1CE4E5B9L >>> 32);
  }

  private void rehash() {
    table = new int[2 * table.length];
    var state = new State(length);
    for (int index = 0; index < size; index++) {
      read(index, state);
      table[slot(state)] = index + 1;
    }
  }
}
