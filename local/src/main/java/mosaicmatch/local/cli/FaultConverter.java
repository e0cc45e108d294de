package mosaicmatch.local.cli;

import mosaicmatch.local.nakama.Fault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --break}. */
final class FaultConverter implements ITypeConverter<Fault> {

  @Override
  public Fault convert(String text) {
    try {
      return Fault.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
