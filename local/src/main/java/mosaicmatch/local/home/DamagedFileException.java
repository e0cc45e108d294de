package mosaicmatch.local.home;

import java.nio.file.Path;

/** A file that mosaic keeps can't be read as what it should be; nothing was done to it. */
public final class DamagedFileException extends RuntimeException {

  /** Names the file and the place in it; never what it holds, which may be secret. */
  public DamagedFileException(Path file, String place) {
    super(file + " is damaged " + place + "; restore it from a copy, or move it away");
  }
}
