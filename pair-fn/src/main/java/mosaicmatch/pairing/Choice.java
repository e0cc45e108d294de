package mosaicmatch.pairing;

import java.util.OptionalDouble;

/**
 * Whom one contender takes.
 *
 * @param chooser who chose
 * @param partner whom
 * @param similarity of both
 * @param score of both
 * @param runnerUp the best allowed score that the chooser could have had instead
 */
public record Choice(
    int chooser, int partner, double similarity, double score, OptionalDouble runnerUp) {}
