package mosaicmatch.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The template's file as YAML. */
final class TemplateFile {

  private TemplateFile() {}

  /**
   * Reads the file.
   *
   * @throws BadTemplateException if it is missing, or no YAML
   */
  static Part read(Path file) {
    var name = String.valueOf(file.getFileName());
    try {
      var settings = LoadSettings.builder().setLabel(name).build();
      return new Compose(settings)
          .composeString(Files.readString(file))
          .map(root -> new Part(name, "", root))
          .orElseThrow(() -> new BadTemplateException(name + " is empty"));
    } catch (MarkedYamlEngineException e) {
      var line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw new BadTemplateException(name + line + ": " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new BadTemplateException(name + " is no YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      // The composer goes as deep as its text, without a limit of its own.
      throw new BadTemplateException(name + " is nested too deeply");
    } catch (IOException e) {
      throw new BadTemplateException(file + " can't be read: " + e.getMessage());
    }
  }
}
