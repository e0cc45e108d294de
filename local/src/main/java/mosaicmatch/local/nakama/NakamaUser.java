package mosaicmatch.local.nakama;

import java.util.UUID;

/**
 * A Nakama account, as {@code mosaic_users} answers for it.
 *
 * @param userId the custom id
 * @param nakamaId the account's own id; an account that was deleted and made again has another
 * @param username unique; the stand-in takes the custom id
 * @param displayName the name that others see, or empty
 * @param avatarUrl where the picture is, or empty
 */
public record NakamaUser(
    String userId, UUID nakamaId, String username, String displayName, String avatarUrl) {}
