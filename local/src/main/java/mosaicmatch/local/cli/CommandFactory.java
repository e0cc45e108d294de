package mosaicmatch.local.cli;

import java.lang.reflect.InvocationTargetException;
import mosaicmatch.settings.Environment;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the environment variables of the process. */
final class CommandFactory implements IFactory {

  private final Environment environment;

  CommandFactory(Environment environment) {
    this.environment = environment;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Environment.class).newInstance(environment);
    } catch (NoSuchMethodException notOneOfOurs) {
      return CommandLine.defaultFactory().create(type);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("command " + type.getSimpleName() + " can't be made", e);
    }
  }
}
