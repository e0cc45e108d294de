package mosaicmatch.local.cli;

import mosaicmatch.local.events.Rate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --schedule}. */
final class RateConverter implements ITypeConverter<Rate> {

  @Override
  public Rate convert(String text) {
    try {
      return new Rate(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
