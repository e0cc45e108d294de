package mosaicmatch.local.site;

import java.net.URI;
import mosaicmatch.local.nakama.NakamaDesk;
import mosaicmatch.signing.RequestSigner;

/**
 * What a system on this machine has beside its AWS services: its people can be played.
 *
 * @param traits the trait service
 * @param signer signs what players ask of it
 * @param nakama the stand-in for Nakama
 * @param elsewhere whether another process runs all this
 */
public record LocalPeople(URI traits, RequestSigner signer, NakamaDesk nakama, boolean elsewhere) {}
