package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.testing.Corpus;

/** Which files of keys are not read or written, and why. */
class BindKeyFileRefusalTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final DnsName ZONE = DnsName.of("example.com.");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Kexample-e.+008+53973", "Kexample-n.+008+37464"})
  void pairsOfWhichOneNumberIsAlteredSignNothing(String name) throws Exception {
    Corpus corpus = Corpus.require();
    Path file = corpus.file("suites/bind9/tests/dns/comparekeys/" + name + ".key");
    assertThatThrownBy(() -> BindKeyFile.read(file).newSigner(PROVIDERS))
        .isInstanceOfAny(UnusableKeyException.class, SigningException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "13, AAAA, expected a private number from 1 to the order of the curve P-256",
    "13, /////wAAAAD//////////7zm+q2nF56E87nKwvxjJVE=, expected a private number from 1",
    "14, '', expected a private number from 1 to the order of the curve P-384",
    "15, AAAA, expected 32 octets of an Ed25519 key but found 3",
    "16, AAAA, expected 57 octets of an Ed448 key but found 3"
  })
  void aNumberThatIsNoneOfTheCurveIsRefused(int algorithm, String secret, String message) {
    assertThatThrownBy(
            () ->
                BindPrivateKey.parse(
                    "Private-key-format: v1.3\nAlgorithm: "
                        + algorithm
                        + "\nPrivateKey: "
                        + secret
                        + "\n"))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith(message)
        .hasNoCause();
  }

  @Test
  void aPrivateKeyOfAnotherIsRefused() throws Exception {
    List<Path> one = BindKeyFile.write(key(KeyRole.ZSK), folder);
    List<Path> two = BindKeyFile.write(key(KeyRole.ZSK), folder);
    Files.copy(one.get(1), two.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> BindKeyFile.read(two.get(0)))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining(two.get(1).toString())
        .hasMessageContaining("does not belong to the DNSKEY");
  }

  @Test
  void theMissingFileOfAPairIsNamed() throws Exception {
    List<Path> files = BindKeyFile.write(key(KeyRole.ZSK), folder);
    Files.delete(files.get(1));
    assertThatThrownBy(() -> BindKeyFile.read(files.get(0)))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("expected " + files.get(1) + " beside " + files.get(0) + ", it is missing");
    Files.delete(files.get(0));
    assertThatThrownBy(() -> BindKeyFile.read(files.get(1)))
        .hasMessage("expected " + files.get(0) + ", it is missing");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void rfc4034_B_aFileOfAnotherKeyWithTheSameTagIsNotReplaced(int found, int missing)
      throws Exception {
    SigningKey key = key(KeyRole.ZSK);
    List<Path> files = BindKeyFile.write(key, folder);
    String other = Files.readString(BindKeyFile.write(key(KeyRole.ZSK), folder).get(found));
    Files.writeString(files.get(found), other);
    Files.delete(files.get(missing));
    assertThatThrownBy(() -> BindKeyFile.write(key, folder))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining(files.get(found).toString())
        .hasMessageContaining("something else than the key that is to be written");
    assertThat(files.get(found)).hasContent(other);
    assertThat(files.get(missing)).doesNotExist();
  }

  /** Someone may have written a time or a note into it. */
  @Test
  void aFileOfTheSameKeyThatSaysSomethingElseIsNotReplaced() throws Exception {
    SigningKey key = key(KeyRole.ZSK);
    for (Path file : BindKeyFile.write(key, folder)) {
      String before = Files.readString(file);
      Files.writeString(file, before + "; a note\n");
      assertThatThrownBy(() -> BindKeyFile.write(key, folder))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessageContaining(file.toString());
      assertThat(file).hasContent(before + "; a note\n");
      Files.writeString(file, before);
    }
  }

  @Test
  void whatIsThereAlreadyStaysAndWhatIsMissingIsAdded() throws Exception {
    SigningKey key = key(KeyRole.ZSK);
    List<Path> files = BindKeyFile.write(key, folder);
    for (Path missing : files) {
      Files.delete(missing);
      List<FileTime> before = times(files);
      BindKeyFile.write(key, folder);
      assertThat(times(files)).containsAll(before);
      assertThat(BindKeyFile.read(missing).facts().isSameKey(key.facts())).isTrue();
    }
  }

  private static List<FileTime> times(List<Path> files) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        times.add(Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'line 1: expected ''Private-key-format: v1.3'''",
    "'Private-key-format: v2.0', 'line 1: expected format v1.2 or v1.3 but found ''v2.0'''",
    "'Private-key-format: v1.3', 'line 2: expected ''Algorithm:'' and its number'",
    "'Private-key-format: v1.3\nAlgorithm: 1 (RSAMD5)', 'line 2: expected a supported algorithm'",
    "'Private-key-format: v1.3\nAlgorithm: 8\nnonsense', 'line 3: expected ''Name: value'''",
    "'Private-key-format: v1.3\nAlgorithm: 8\nModulus: ?', 'line 3: expected base 64 after ''Modulus:'''",
    "'Private-key-format: v1.3\nAlgorithm: 8\nModulus: AQ==', 'expected a line ''PublicExponent:'''",
    "'Private-key-format: v1.3\nAlgorithm: 8\nEngine: pkcs11', 'line 3: expected the numbers of the key'",
    "'Private-key-format: v1.3\nAlgorithm: 8\nCreated: today', 'line 3: expected YYYYMMDDHHMMSS but found ''today'''"
  })
  void aDamagedPrivateKeyIsRefusedWithItsLine(String text, String message) throws Exception {
    List<Path> files = BindKeyFile.write(key(KeyRole.ZSK), folder);
    Files.writeString(files.get(1), text);
    assertThatThrownBy(() -> BindKeyFile.read(files.get(0)))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith(files.get(1) + ": " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'expected an owner, ''IN'' and ''DNSKEY'''",
    "'example.com. IN A 1.2.3.4', 'expected an owner, ''IN'' and ''DNSKEY'''",
    "'example.com. IN DNSKEY 256 3', 'expected flags, protocol, algorithm and key'",
    "'example.com. IN DNSKEY x 3 8 AAAA', 'expected flags, a number 0 to 65535'",
    "'example.com. IN DNSKEY 256 2 8 AwEAAcFcGsaxxdgiuuGmCkVImy4h99CqT7jwY3pexPGcnUFtR2Fh36BponcwtkZ4cAgtvd4Qs8PkxUdp6p/DlUmObdk=', 'expected protocol 3 but found 2'",
    "'example.com. IN DNSKEY 1 3 8 AwEAAcFcGsaxxdgiuuGmCkVImy4h99CqT7jwY3pexPGcnUFtR2Fh36BponcwtkZ4cAgtvd4Qs8PkxUdp6p/DlUmObdk=', 'expected flags with the zone key bit'",
    "'example.com. IN DNSKEY 256 3 8 ????', 'the public key is not base 64'",
    "'example.com. IN DNSKEY 256 3 99 AAAA', 'algorithm 99 is not supported'",
    "'a..b IN DNSKEY 256 3 8 AAAA', 'expected a zone''s name but found ''a..b'''"
  })
  void aDamagedPublicKeyIsRefused(String text, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("Kx.key"), text);
    assertThatThrownBy(() -> BindKeyFile.readPublic(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void nothingThatIsThrownQuotesThePrivateKey() throws Exception {
    List<Path> files = BindKeyFile.write(key(KeyRole.ZSK), folder);
    String text = Files.readString(files.get(1));
    Set<String> messages = new HashSet<>();
    for (String line : text.lines().skip(2).toList()) {
      String value = line.substring(line.indexOf(' ') + 1);
      Files.writeString(files.get(1), text.replace(value, "!" + value));
      try {
        BindKeyFile.read(files.get(0));
      } catch (UnusableKeyException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          messages.add(cause.getMessage());
          assertThat(cause.toString()).doesNotContain(value);
        }
      }
    }
    assertThat(messages).hasSizeGreaterThan(8);
  }

  private static SigningKey key(KeyRole role) {
    return new KeyGenerator(PROVIDERS)
        .generate(ZONE, new KeySpec(Algorithm.RSASHA256, 512, role), List.of());
  }

  @Test
  void aPrivateFileWithoutItsPublicFileIsNotReplaced() throws Exception {
    SigningKey key = key(KeyRole.ZSK);
    Path lone = folder.resolve(BindKeyFile.baseName(key.facts()) + ".private");
    Files.writeString(lone, "the only copy");
    assertThatThrownBy(() -> BindKeyFile.write(key, folder))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(lone).hasContent("the only copy");
  }
}
