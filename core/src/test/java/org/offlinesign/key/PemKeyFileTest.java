package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

class PemKeyFileTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final DnsName ZONE = DnsName.of("example.com.");
  private static final KeyParameters PARAMETERS = new KeyParameters(Algorithm.RSASHA256, 257, ZONE);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadByUsAndByOpenssl() throws Exception {
    SigningKey key =
        new KeyGenerator(PROVIDERS)
            .generate(ZONE, new KeySpec(Algorithm.RSASHA256, 1024, KeyRole.KSK), List.of());
    Path secret = folder.resolve("key.pem");
    PemKeyFile.write(key, secret);
    PemKeyFile.writePublic(key.facts(), folder.resolve("public.pem"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(PemKeyFile.read(secret, PARAMETERS, null).facts().dnskey())
        .isEqualTo(key.facts().dnskey());
    Program openssl = Peers.require("openssl");
    assertThat(openssl.run(folder, "pkey", "-in", "key.pem", "-check", "-noout").orFail().stdout())
        .contains("Key is valid");
    assertThat(openssl.run(folder, "pkey", "-in", "key.pem", "-pubout").orFail().stdout())
        .isEqualTo(Files.readString(folder.resolve("public.pem")));
  }

  @Test
  void keysOfOpensslAreReadInAllTheirForms() throws Exception {
    Program openssl = Peers.require("openssl");
    openssl.run(folder, "genrsa", "-out", "pkcs8.pem", "1024").orFail();
    openssl.run(folder, "rsa", "-in", "pkcs8.pem", "-traditional", "-out", "pkcs1.pem").orFail();
    openssl
        .run(
            folder,
            "pkcs8",
            "-topk8",
            "-in",
            "pkcs8.pem",
            "-passout",
            "pass:secret",
            "-out",
            "encrypted.pem")
        .orFail();
    SigningKey plain = PemKeyFile.read(folder.resolve("pkcs8.pem"), PARAMETERS, null);
    assertThat(plain.facts().zone()).isEqualTo(ZONE);
    assertThat(plain.facts().role()).isEqualTo(KeyRole.KSK);
    assertThat(PemKeyFile.read(folder.resolve("pkcs1.pem"), PARAMETERS, null).facts().dnskey())
        .isEqualTo(plain.facts().dnskey());
    Path encrypted = folder.resolve("encrypted.pem");
    assertThat(PemKeyFile.read(encrypted, PARAMETERS, "secret".toCharArray()).facts().dnskey())
        .isEqualTo(plain.facts().dnskey());
    assertThatThrownBy(() -> PemKeyFile.read(encrypted, PARAMETERS, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("expected a password");
    assertThatThrownBy(() -> PemKeyFile.read(encrypted, PARAMETERS, "wrong".toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("wrong password");
  }

  @Test
  void aFileWithoutAPrivateKeyIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("a.pem"), "nothing\n");
    assertThatThrownBy(() -> PemKeyFile.read(file, PARAMETERS, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(file + ": expected 'BEGIN PRIVATE KEY' but found no private key");
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> PemKeyFile.read(file, PARAMETERS, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void whatTheFileDoesNotSayMustBeGiven() throws Exception {
    Program openssl = Peers.require("openssl");
    openssl.run(folder, "genrsa", "-out", "key.pem", "1024").orFail();
    assertThatThrownBy(() -> PemKeyFile.read(folder.resolve("key.pem"), KeyParameters.NONE, null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("which algorithm");
  }
}
