package mosaicmatch.pairing;

import java.util.OptionalDouble;

/**
 * Whom one contender takes.
 *
 * @param chooser who chose; where nobody chooses alone, the one of the two who is served first
 * @param partner whom
 * @param similarity of both
 * @param score of both
 * @param runnerUp the best allowed score that the chooser could have had instead, at that moment:
 *     with somebody who was not taken yet, which is anybody where all pairs are made at once
 */
public record Choice(
    int chooser, int partner, double similarity, double score, OptionalDouble runnerUp) {}
