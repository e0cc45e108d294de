package mosaicmatch.plan;

class InMemoryPlanStoreTest extends PlanStoreContract {

  private final InMemoryPlanStore files = new InMemoryPlanStore();

  @Override
  PlanStore open() {
    return files;
  }

  @Override
  void put(String key, String text) {
    files.put(key, text);
  }
}
