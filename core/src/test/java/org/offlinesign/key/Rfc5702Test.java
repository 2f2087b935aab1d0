package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/** The keys of RFC 5702 §6 give exactly the signatures printed there, with every provider. */
class Rfc5702Test {
  private static final long INCEPTION = 946684800;
  private static final long EXPIRATION = 1893456000;

  @TempDir Path folder;

  @Test
  void rfc5702_6_1_rsaSha256() throws Exception {
    SigningKey key =
        write(
            "Kexample.net.+008+09033",
            "example.net. 3600 IN DNSKEY (256 3 8 AwEAAcFcGsaxxdgiuuGmCkVImy4h99CqT7jwY3pexPGcnUFtR"
                + " 2Fh36BponcwtkZ4cAgtvd4Qs8PkxUdp6p/DlUmObdk= );{id = 9033 (zsk), size = 512b}\n",
            """
            Private-key-format: v1.2
            Algorithm:       8 (RSASHA256)
            Modulus:         wVwaxrHF2CK64aYKRUibLiH30KpPuPBjel7E8ZydQW1HYWHfoGmidzC2RnhwCC293hCzw+TFR2nqn8OVSY5t2Q==
            PublicExponent:  AQAB
            PrivateExponent: UR44xX6zB3eaeyvTRzmskHADrPCmPWnr8dxsNwiDGHzrMKLN+i/HAam+97HxIKVWNDH2ba9Mf1SA8xu9dcHZAQ==
            Prime1:          4c8IvFu1AVXGWeFLLFh5vs7fbdzdC6U82fduE6KkSWk=
            Prime2:          2zZpBE8ZXVnL74QjG4zINlDfH+EOEtjJJ3RtaYDugvE=
            Exponent1:       G2xAPFfK0KGxGANDVNxd1K1c9wOmmJ51mGbzKFFNMFk=
            Exponent2:       GYxP1Pa7CAwtHm8SAGX594qZVofOMhgd6YFCNyeVpKE=
            Coefficient:     icQdNRjlZGPmuJm2TIadubcO8X7V4y07aVhX464tx8Q=
            """);
    assertThat(key.facts().keyTag()).isEqualTo(9033);
    assertSigns(
        key,
        "kRCOH6u7l0QGy9qpC9l1sLncJcOKFLJ7GhiUOibu4teYp5VE9RncriShZNz85mwlMgNEacFYK/lPtPiVYP4bwg==");
  }

  @Test
  void rfc5702_6_2_rsaSha512() throws Exception {
    SigningKey key =
        write(
            "Kexample.net.+010+03740",
            "example.net. 3600 IN DNSKEY (256 3 10 AwEAAdHoNTOW+et86KuJOWRDp1pndvwb6Y83nSVXXyLA3DLro"
                + " ROUkN6X0O6pnWnjJQujX/AyhqFDxj13tOnD9u/1kTg7cV6rklMrZDtJCQ5PCl/D7QNPsgVsMu1J2Q"
                + " 8gpMpztNFLpPBz1bWXjDtaR7ZQBlZ3PFY12ZTSncorffcGmhOL );{id = 3740 (zsk), size ="
                + " 1024b}\n",
            """
            Private-key-format: v1.2
            Algorithm:       10 (RSASHA512)
            Modulus:         0eg1M5b563zoq4k5ZEOnWmd2/BvpjzedJVdfIsDcMuuhE5SQ3pfQ7qmdaeMlC6Nf8DKGoUPGPXe06cP27/WRODtxXquSUytkO0kJDk8KX8PtA0+yBWwy7UnZDyCkynO00Uuk8HPVtZeMO1pHtlAGVnc8VjXZlNKdyit99waaE4s=
            PublicExponent:  AQAB
            PrivateExponent: rFS1IPbJllFFgFc33B5DDlC1egO8e81P4fFadODbp56V7sphKa6AZQCx8NYAew6VXFFPAKTw41QdHnK5kIYOwxvfFDjDcUGza88qbjyrDPSJenkeZbISMUSSqy7AMFzEolkk6WSn6k3thUVRgSlqDoOV3SEIAsrB043XzGrKIVE=
            Prime1:          8mbtsu9Tl9v7tKSHdCIeprLIQXQLzxlSZun5T1n/OjvXSUtvD7xnZJ+LHqaBj1dIgMbCq2U8O04QVcK3TS9GiQ==
            Prime2:          3a6gkfs74d0Jb7yL4j4adAif4fcp7ZrGt7G5NRVDDY/Mv4TERAKMa0TKN3okKE0A7X+Rv2K84mhT4QLDlllEcw==
            Exponent1:       v3D5A9uuCn5rgVR7wgV8ba0/KSpsdSiLgsoA42GxiB1gvvs7gJMMmVTDu/ZG1p1ZnpLbhh/S/Qd/MSwyNlxC+Q==
            Exponent2:       m+ezf9dsDvYQK+gzjOLWYeKq5xWYBEYFGa3BLocMiF4oxkzOZ3JPZSWU/h1Fjp5RV7aPP0Vmx+hNjYMPIQ8Y5w==
            Coefficient:     Je5YhYpUron/WdOXjxNAxDubAp3i5X7UOUfhJcyIggqwY86IE0Q/Bk0Dw4SC9zxnsimmdBXW2Izd8Lwuk8FQcQ==
            """);
    assertThat(key.facts().keyTag()).isEqualTo(3740);
    assertSigns(
        key,
        "tsb4wnjRUDnB1BUi+t6TMTXThjVnG+eCkWqjvvjhzQL1d0YRoOe0CbxrVDYd0xDtsuJRaeUw1ep94PzEWzr0iGYgZBWm"
            + "/zpq+9fOuagYJRfDqfReKBzMweOLDiNa8iP5g9vMhpuv6OPlvpXwm9Sa9ZXIbNl1MBGk0fthPgxdDLw=");
  }

  private SigningKey write(String name, String publicText, String privateText) throws Exception {
    Files.writeString(folder.resolve(name + ".key"), publicText);
    Files.writeString(folder.resolve(name + ".private"), privateText);
    return BindKeyFile.read(folder.resolve(name));
  }

  private static void assertSigns(SigningKey key, String base64) throws Exception {
    byte[] expected = Base64.getDecoder().decode(base64);
    byte[] data = wwwA(key.facts());
    for (CryptoProviders provider : CryptoProviders.detect().each(key.facts().algorithm())) {
      Signer signer = key.newSigner(provider);
      assertThat(signer.sign(data, 0, data.length)).as(signer.provider()).isEqualTo(expected);
      SignatureVerifier verifier = SignatureVerifier.of(key.facts().dnskey(), provider);
      assertThat(verifier.verify(data, 0, data.length, expected)).as(signer.provider()).isTrue();
      expected[20] ^= 1;
      assertThat(verifier.verify(data, 0, data.length, expected)).as(signer.provider()).isFalse();
      expected[20] ^= 1;
      assertThat(verifier.verify(data, 0, data.length, expected)).as(signer.provider()).isTrue();
    }
  }

  /**
   * Returns what is signed of {@code www.example.net. 3600 IN A 192.0.2.91} (RFC 4034 §3.1.8.1).
   */
  private static byte[] wwwA(ZoneKey key) {
    WireWriter data = new WireWriter(200);
    data.u16(RecordType.A.code()).u8(key.algorithm().number()).u8(3).u32(3600);
    data.u32(EXPIRATION).u32(INCEPTION).u16(key.keyTag());
    key.zone().writeLowerCaseTo(data);
    DnsName.of("www.example.net.").writeTo(data);
    data.u16(RecordType.A.code()).u16(1).u32(3600).u16(4);
    return data.u8(192).u8(0).u8(2).u8(91).toByteArray();
  }
}
