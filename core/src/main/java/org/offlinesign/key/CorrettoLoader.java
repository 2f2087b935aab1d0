package org.offlinesign.key;

import java.lang.reflect.InvocationTargetException;
import java.security.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the Amazon Corretto Crypto Provider, an optional part at run time. */
record CorrettoLoader(Optional<SignatureEngine> engine, String notice) {
  private static final String CLASS =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  /** Loads the provider; if it is absent, or its native library does not work, says so. */
  static CorrettoLoader load() {
    try {
      Class<?> type = Class.forName(CLASS);
      Provider provider = (Provider) type.getField("INSTANCE").get(null);
      Object loadingError = type.getMethod("getLoadingError").invoke(provider);
      if (loadingError != null) {
        return absent("its native library does not load", loadingError);
      }
      type.getMethod("assertHealthy").invoke(provider);
      return new CorrettoLoader(Optional.of(new JcaEngine(provider, describe(provider))), "");
    } catch (ClassNotFoundException e) {
      return absent("it is not installed", null);
    } catch (InvocationTargetException e) {
      return absent("it does not work", e.getCause());
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return absent("it does not work", e);
    }
  }

  private static String describe(Provider provider) {
    String info = provider.getInfo();
    return info == null ? provider.getName() + " " + provider.getVersionStr() : info;
  }

  private static CorrettoLoader absent(String why, @Nullable Object detail) {
    String notice = "Amazon Corretto Crypto Provider is not used: " + why;
    return new CorrettoLoader(
        Optional.empty(), detail == null ? notice : notice + " (" + detail + ")");
  }
}
