package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mosaicmatch.local.home.Home;

/**
 * The folder that a function runs in. Lambda unpacks a package into it and loads classes from
 * there, never from the jar, so that what a jar alone can do, such as classes for one version of
 * Java, is not there (Lambda developer guide, "Deploy Java Lambda functions with .zip or JAR file
 * archives").
 */
final class TaskRoot {

  private TaskRoot() {}

  /**
   * The unpacked package; unpacked again only if the jar is another one.
   *
   * @param code a packaged jar, or a folder, which is taken as it is
   * @param into where packages are unpacked, each to a folder of its own
   * @throws JarMissingException if there is no such jar
   * @throws IOException if it can't be read, or the folder can't be written
   */
  static Path of(Path code, Path into) throws IOException {
    if (Files.isDirectory(code)) {
      return code.toAbsolutePath();
    }
    if (!Files.isRegularFile(code)) {
      throw new JarMissingException(code);
    }
    var module = into.resolve(String.valueOf(code.getFileName()));
    var unpacked = module.resolve(version(code));
    if (!Files.isDirectory(unpacked)) {
      Home.deleteTree(module);
      unpack(code, module, unpacked);
    }
    return unpacked.toAbsolutePath();
  }

  private static String version(Path jar) throws IOException {
    return Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar);
  }

  /** Unpacks beside and renames, so that a folder of that name is always whole. */
  private static void unpack(Path jar, Path module, Path unpacked) throws IOException {
    Files.createDirectories(module);
    var unfinished = Files.createTempDirectory(module, "unpacking-");
    try (var zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        unpack(zip, all.nextElement(), unfinished);
      }
    }
    Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path into) throws IOException {
    var target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException(zip.getName() + " has an entry outside of itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (var content = zip.getInputStream(entry)) {
      Files.copy(content, target);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(zip.getName() + " has an entry twice: " + entry.getName(), e);
    }
  }
}
