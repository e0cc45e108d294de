package mosaicmatch.local.operate;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.MissingFileException;

/** The files that a cycle rests on are gone, as they are after their time of retention. */
public final class CycleFilesGoneException extends RefusedOperationException {

  CycleFilesGoneException(CycleId cycle, MissingFileException gone) {
    super("the files of cycle " + cycle + " are no longer kept: " + gone.getMessage());
  }
}
