package mosaicmatch.local.proof;

import java.time.Duration;

/** The people of a world. */
record PeopleOf(CycleWorld world) implements People {

  @Override
  public void optsOut(String name) {
    world.traits.optOut(CycleWorld.id(name));
  }

  @Override
  public void optsIn(String name) {
    world.traits.optIn(CycleWorld.id(name), world.clock.instant());
  }

  @Override
  public void blocks(String name, String other) {
    world.traits.exclude(CycleWorld.id(name), CycleWorld.id(other));
  }

  @Override
  public void deletesTheirAccount(String name) {
    world.rooms.delete(CycleWorld.id(name));
  }

  @Override
  public void comesBack(String name) {
    world.rooms.makeAnew(CycleWorld.id(name));
  }

  @Override
  public void waits(long seconds) {
    world.clock.advance(Duration.ofSeconds(seconds));
  }
}
