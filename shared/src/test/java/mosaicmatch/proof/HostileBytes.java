package mosaicmatch.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes files hostile byte by byte, whatever their form is. */
public final class HostileBytes {

  private static final int[] LENGTHS = {
    0, 1, -1, 2, 255, 65_535, 1 << 20, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFFFFF7
  };

  private static final List<byte[]> PIECES =
      List.of(
          new byte[] {0},
          new byte[4],
          new byte[] {(byte) 0xFF},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0xC3, 0x28},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {0x1B, '[', '2', 'J'},
          new byte[] {'\r', '\n'},
          new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0});

  private HostileBytes() {}

  /** A file made hostile: broken off, flipped, grown, with lengths that ask for 2 GB. */
  public static HostileInput of(byte[] valid, RandomGenerator random) {
    if (valid.length == 0) {
      return inserted(valid, random);
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> truncated(valid, random);
      case 3, 4 -> flipped(valid, random);
      case 5, 6, 7 -> withNumber(valid, random);
      case 8 -> inserted(valid, random);
      case 9 -> cutOut(valid, random);
      case 10 -> repeated(valid, random);
      default -> replaced(valid, random);
    };
  }

  private static HostileInput truncated(byte[] valid, RandomGenerator random) {
    int end = random.nextInt(valid.length);
    return new HostileInput(Arrays.copyOf(valid, end), "broken off after byte " + end);
  }

  private static HostileInput flipped(byte[] valid, RandomGenerator random) {
    byte[] bytes = valid.clone();
    int flips = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 2);
    int at = 0;
    for (int i = 0; i < flips; i++) {
      at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 + random.nextInt(255));
    }
    return new HostileInput(bytes, flips + " bytes flipped, last that at " + at);
  }

  /** Most likely near the beginning, where headers are. */
  private static HostileInput withNumber(byte[] valid, RandomGenerator random) {
    int room = random.nextBoolean() ? Math.min(valid.length, 24) : valid.length;
    int at = random.nextInt(room);
    int number = LENGTHS[random.nextInt(LENGTHS.length)];
    var order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] bytes = Arrays.copyOf(valid, Math.max(valid.length, at + Integer.BYTES));
    ByteBuffer.wrap(bytes).order(order).putInt(at, number);
    return new HostileInput(bytes, "number " + number + " written at byte " + at + ", " + order);
  }

  private static HostileInput inserted(byte[] valid, RandomGenerator random) {
    int at = random.nextInt(valid.length + 1);
    byte[] piece = HostileWords.one(PIECES, random);
    return new HostileInput(
        spliced(valid, at, piece, at), Arrays.toString(piece) + " put in at byte " + at);
  }

  private static HostileInput cutOut(byte[] valid, RandomGenerator random) {
    int from = random.nextInt(valid.length);
    int to = from + 1 + random.nextInt(valid.length - from);
    return new HostileInput(
        spliced(valid, from, new byte[0], to), "bytes " + from + " to " + to + " cut out");
  }

  private static HostileInput repeated(byte[] valid, RandomGenerator random) {
    int from = random.nextInt(valid.length);
    int to = from + 1 + random.nextInt(valid.length - from);
    byte[] part = Arrays.copyOfRange(valid, from, to);
    return new HostileInput(
        spliced(valid, to, part, to), "bytes " + from + " to " + to + " repeated");
  }

  private static HostileInput replaced(byte[] valid, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> new HostileInput(new byte[0], "empty");
      case 1 -> new HostileInput(new byte[valid.length], "all zero");
      case 2 -> {
        byte[] noise = new byte[1 + random.nextInt(2 * valid.length)];
        random.nextBytes(noise);
        yield new HostileInput(noise, "noise");
      }
      default -> new HostileInput(spliced(valid, 0, valid, 0), "twice in a row");
    };
  }

  /** The same with the bytes from one place to another replaced. */
  static byte[] spliced(byte[] bytes, int from, byte[] by, int to) {
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
