package mosaicmatch.traitservice.vectors;

class InMemoryVectorIndexTest extends VectorIndexContract {
  @Override
  VectorIndex index() {
    return VectorIndex.inMemory(DIMENSIONS);
  }
}
