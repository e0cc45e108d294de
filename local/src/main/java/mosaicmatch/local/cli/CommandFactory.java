package mosaicmatch.local.cli;

import java.lang.reflect.InvocationTargetException;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the settings of the process. */
final class CommandFactory implements IFactory {

  private final LocalSettings settings;

  CommandFactory(LocalSettings settings) {
    this.settings = settings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(LocalSettings.class).newInstance(settings);
    } catch (NoSuchMethodException notOneOfOurs) {
      return CommandLine.defaultFactory().create(type);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("command " + type.getSimpleName() + " can't be made", e);
    }
  }
}
