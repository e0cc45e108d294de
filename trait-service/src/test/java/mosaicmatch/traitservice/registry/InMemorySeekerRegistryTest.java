package mosaicmatch.traitservice.registry;

import java.time.InstantSource;

class InMemorySeekerRegistryTest extends SeekerRegistryContract {
  @Override
  SeekerRegistry registry(CoolDown coolDown, InstantSource clock) {
    return SeekerRegistry.inMemory(coolDown, clock);
  }
}
