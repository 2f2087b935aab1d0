package org.offlinesign.key;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the Amazon Corretto Crypto Provider, an optional part at run time.
 *
 * <p>Its native library of 10 MB is in its jar. Where {@code java.library.path} leads to a copy of
 * it and the provider is told to use that ({@value #UNPACKED}), which saves unpacking it at every
 * start, the copy is first compared with the jar; one that differs is passed over.
 *
 * <p>Loading starts the provider's own tests of its arithmetic, in the background; it refuses to
 * hand out any algorithm until they have passed. They are waited for when an algorithm is first
 * asked for. That it signs correctly is proved besides, by each key that is to sign with it.
 */
final class CorrettoLoader {
  private static final String PACKAGE = "com.amazon.corretto.crypto.provider.";
  private static final String CLASS = PACKAGE + "AmazonCorrettoCryptoProvider";
  private static final String UNPACKED = PACKAGE + "useExternalLib";
  private static final int BUFFER = 1 << 17;

  private CorrettoLoader() {}

  /** Loads the provider; if it is absent, or its native library does not load, says so. */
  static LazyEngine.Found load() {
    try {
      passOverDamagedCopy();
      Class<?> type = Class.forName(CLASS);
      Provider provider = (Provider) type.getField("INSTANCE").get(null);
      Object loadingError = type.getMethod("getLoadingError").invoke(provider);
      return loadingError == null
          ? LazyEngine.Found.of(new Engine(provider))
          : LazyEngine.Found.nothing(notice("its native library does not load", loadingError));
    } catch (ClassNotFoundException e) {
      return LazyEngine.Found.nothing(notice("it is not installed", null));
    } catch (InvocationTargetException e) {
      return LazyEngine.Found.nothing(notice("it does not work", e.getCause()));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return LazyEngine.Found.nothing(notice("it does not work", e));
    }
  }

  /** Lets the provider unpack its library, if the copy it was told of could crash the process. */
  private static void passOverDamagedCopy() {
    if (!Boolean.getBoolean(UNPACKED)) {
      return;
    }
    String name = System.mapLibraryName("amazonCorrettoCryptoProvider");
    Path copy = Path.of(System.getProperty("java.library.path", ""), name);
    try {
      if (isCopy(copy, name)) {
        return;
      }
    } catch (IOException unreadable) {
      // The same as one that differs.
    }
    System.clearProperty(UNPACKED);
  }

  private static boolean isCopy(Path copy, String name) throws IOException {
    URL packed = CorrettoLoader.class.getResource("/" + PACKAGE.replace('.', '/') + name);
    if (packed == null || !(packed.openConnection() instanceof JarURLConnection jar)) {
      return false;
    }
    ZipEntry original = jar.getJarEntry();
    return Files.size(copy) == original.getSize() && crc(copy) == original.getCrc();
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        crc.update(buffer, 0, count);
      }
    }
    return crc.getValue();
  }

  private static String notice(String why, @Nullable Object detail) {
    String notice = "Amazon Corretto Crypto Provider is not used: " + why;
    return detail == null ? notice : notice + " (" + detail + ")";
  }

  private static final class Engine extends JcaEngine {
    private final Provider provider;

    Engine(Provider provider) {
      super(provider, describe(provider));
      this.provider = provider;
    }

    private static String describe(Provider provider) {
      String info = provider.getInfo();
      return info == null ? provider.getName() + " " + provider.getVersionStr() : info;
    }

    @Override
    public Optional<MessageDigest> digest(String jcaName) {
      try {
        return Optional.of(MessageDigest.getInstance(jcaName, provider));
      } catch (NoSuchAlgorithmException notHere) {
        return Optional.empty();
      }
    }

    /**
     * The start of {@code javax.crypto}, which takes a while, costs nothing here: the provider's
     * own tests have needed it before.
     */
    @Override
    public Optional<Mac> hmac(String jcaName) {
      try {
        return Optional.of(Mac.getInstance(jcaName, provider));
      } catch (NoSuchAlgorithmException | SecurityException notHere) {
        // The second by a Java that asks for signed jars.
        return Optional.empty();
      }
    }

    @Override
    public Optional<String> defect() {
      try {
        provider.getClass().getMethod("assertHealthy").invoke(provider);
        return Optional.empty();
      } catch (InvocationTargetException e) {
        return Optional.of(notice("it does not work", e.getCause()));
      } catch (ReflectiveOperationException e) {
        return Optional.of(notice("it does not work", e));
      }
    }
  }
}
