package mosaicmatch.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of a table that was made hostile.
 *
 * @param attributes what is handed over
 * @param mutation what was done to it, in words
 */
public record HostileItems(Map<String, AttributeValue> attributes, String mutation) {

  /** An item made hostile. */
  public static HostileItems of(Map<String, AttributeValue> valid, RandomGenerator random) {
    var item = new TreeMap<>(valid);
    var name = HostileWords.one(valid.keySet().stream().sorted().toList(), random);
    if (random.nextInt(6) == 0) {
      item.remove(name);
      return new HostileItems(item, name + " is missing");
    }
    var value = value(item.get(name), random);
    item.put(name, value);
    return new HostileItems(item, name + " is " + HostileInput.shown(value.toString()));
  }

  private static AttributeValue value(AttributeValue old, RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> AttributeValue.fromS(HostileWords.text(random));
      case 3, 4 -> AttributeValue.fromN(HostileWords.number(random));
      case 5 -> AttributeValue.fromNul(true);
      case 6 -> AttributeValue.fromL(List.of(old));
      case 7 ->
          old.hasM() && !old.m().isEmpty()
              ? AttributeValue.fromM(of(old.m(), random).attributes())
              : AttributeValue.fromM(Map.of("a", old));
      default -> AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, 1}));
    };
  }

  @Override
  public String toString() {
    return mutation;
  }
}
