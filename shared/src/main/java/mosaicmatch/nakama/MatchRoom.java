package mosaicmatch.nakama;

/**
 * A pair's match room as Nakama answers for it.
 *
 * @param groupId the group
 * @param channelId the group's chat channel
 * @param created true if this very call created the room
 * @param notified1 true if the first user's notification is there
 * @param notified2 true if the second user's is
 */
public record MatchRoom(
    String groupId, String channelId, boolean created, boolean notified1, boolean notified2) {}
