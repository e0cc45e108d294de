package mosaicmatch.local.nakama;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One thing that happened; what the server knows is all of them, in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.SignedUp.class, name = "signed_up"),
  @JsonSubTypes.Type(value = Change.AccountDeleted.class, name = "account_deleted"),
  @JsonSubTypes.Type(value = Change.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = Change.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = Change.NotificationDeleted.class, name = "notification_deleted")
})
sealed interface Change {

  /** An account was made. */
  record SignedUp(NakamaUser user) implements Change {}

  /** An account was deleted, its memberships and notifications with it. */
  record AccountDeleted(String userId) implements Change {}

  /** A room was opened or completed, and whoever was not notified before was notified. */
  record Opened(MatchKey key, List<String> users, double score, long atMillis) implements Change {

    /** Checks that there are two users. */
    public Opened {
      users = List.copyOf(users);
      if (users.size() != 2) {
        throw new IllegalArgumentException("users must be two");
      }
    }

    Instant at() {
      return Instant.ofEpochMilli(atMillis);
    }
  }

  /** A match was closed for ever; its room, if there was one, is gone. */
  record Closed(MatchKey key, String reason, long atMillis) implements Change {}

  /** A user deleted a notification. */
  record NotificationDeleted(String userId, UUID id) implements Change {}
}
