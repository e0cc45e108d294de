package mosaicmatch.pairing;

/**
 * Somebody whom a contender could have.
 *
 * @param number of the contender
 * @param score of the two, exactly
 */
record Partner(int number, double score) {}
