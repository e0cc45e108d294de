package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.concurrent.locks.ReentrantLock;
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

  /** A package has thousands of files: they are kept beside the jar, for whoever runs it next. */
  private static final String ENDING = ".unpacked";

  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private TaskRoot() {}

  /**
   * Checks that there is something to run.
   *
   * @throws JarMissingException if there is no such jar
   */
  static void check(Path code) {
    if (!Files.exists(code)) {
      throw new JarMissingException(code);
    }
  }

  /**
   * The unpacked package; unpacked again only if the jar is another one.
   *
   * @param code a packaged jar, or a folder, which is taken as it is
   * @throws JarMissingException if there is no such jar
   * @throws IOException if it can't be read, or the folder can't be written
   */
  static Path of(Path code) throws IOException {
    check(code);
    if (Files.isDirectory(code)) {
      return code.toAbsolutePath().normalize();
    }
    ONE_AT_A_TIME.lock();
    try {
      return unpacked(code.toAbsolutePath().normalize());
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static Path unpacked(Path jar) throws IOException {
    var all = jar.resolveSibling(jar.getFileName() + ENDING);
    var unpacked = all.resolve(version(jar));
    if (!Files.isDirectory(unpacked)) {
      Home.deleteTree(all);
      unpack(jar, all, unpacked);
    }
    return unpacked;
  }

  private static String version(Path jar) throws IOException {
    return Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar);
  }

  /** Unpacks beside and renames, so that a folder of that name is always whole. */
  private static void unpack(Path jar, Path all, Path unpacked) throws IOException {
    Files.createDirectories(all);
    var unfinished = Files.createTempDirectory(all, "unpacking-");
    try (var zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
        unpack(zip, each.nextElement(), unfinished);
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
