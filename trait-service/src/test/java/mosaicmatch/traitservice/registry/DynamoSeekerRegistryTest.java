package mosaicmatch.traitservice.registry;

import java.time.InstantSource;
import mosaicmatch.traitservice.LocalDynamoDb;

class DynamoSeekerRegistryTest extends SeekerRegistryContract {
  @Override
  SeekerRegistry registry(CoolDown coolDown, InstantSource clock) {
    return SeekerRegistry.inDynamoDb(
        LocalDynamoDb.client(), LocalDynamoDb.seekersTable(), coolDown, clock);
  }
}
