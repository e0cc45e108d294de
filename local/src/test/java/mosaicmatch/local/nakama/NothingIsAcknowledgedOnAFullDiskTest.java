package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NothingIsAcknowledgedOnAFullDiskTest {

  private static final String CREATE =
      """
      {"cycle_id":"c","pair_key":"ada#ben","user1":"ada","user2":"ben","score":1}
      """;

  /** A disk with little room, which writes as much as fits before it says so. */
  private static final class SmallDisk implements LogFile {
    private byte[] content = new byte[0];
    private int room = Integer.MAX_VALUE;
    private boolean syncFails;

    @Override
    public long length() {
      return content.length;
    }

    @Override
    public void write(long position, byte[] bytes) throws IOException {
      int fitting = Math.min(bytes.length, room - (int) position);
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      joined.write(content, 0, (int) position);
      joined.write(bytes, 0, fitting);
      content = joined.toByteArray();
      if (fitting < bytes.length) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void truncate(long length) {
      content = Arrays.copyOf(content, (int) length);
    }

    @Override
    public void force() throws IOException {
      if (syncFails) {
        throw new IOException("Input/output error");
      }
    }

    @Override
    public void close() {}

    long lines() {
      return new String(content, StandardCharsets.UTF_8).lines().count();
    }
  }

  private final SmallDisk disk = new SmallDisk();
  private final MatchServer server =
      new MatchServer(
          new ServerState(),
          new ChangeLog(Path.of("folder", "nakama.log"), disk, 0),
          InstantSource.fixed(StandInTest.NOW));
  private final RpcGate gate =
      new RpcGate(new HttpKey("k"), new MatchRpcs(server, Fault.none()).byName());

  @BeforeEach
  void addUsers() {
    server.signUp(List.of(NakamaProfile.of("ada"), NakamaProfile.of("ben")));
  }

  private RpcReply create() {
    return gate.answer(
        new RpcRequest(
            "POST",
            "mosaic_create_match",
            Optional.of("k"),
            true,
            Optional.empty(),
            Optional.empty(),
            new ByteArrayInputStream(CREATE.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void callerIsToldByNameAndNothingIsKept() {
    disk.room = disk.content.length + 30;

    RpcReply reply = create();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(Caller.read(reply.body()).get("code").intValue()).isEqualTo(13);
    assertThat(Caller.read(reply.body()).get("message").textValue())
        .isEqualTo(
            "LogUnwritableException: nakama.log cannot be written (No space left on device);"
                + " free some space and call again");
    assertThat(server.rooms()).isEmpty();
  }

  @Test
  void sameCallSucceedsOnceThereIsSpace() {
    disk.room = disk.content.length + 30;
    create();
    disk.room = Integer.MAX_VALUE;

    assertThat(create().status()).isEqualTo(200);
    assertThat(server.rooms()).hasSize(1);
    assertThat(disk.lines()).isEqualTo(3);
  }

  @Test
  void afterAFailedSyncOnlyANewStartHelps() {
    disk.syncFails = true;
    RpcReply first = create();
    disk.syncFails = false;
    RpcReply second = create();

    assertThat(first.status()).isEqualTo(500);
    assertThat(second.status()).isEqualTo(500);
    assertThat(Caller.read(second.body()).get("message").textValue())
        .contains("cannot be made durable (Input/output error); start the stand-in again");
  }
}
