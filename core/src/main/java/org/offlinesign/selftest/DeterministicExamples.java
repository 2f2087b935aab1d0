package org.offlinesign.selftest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** The examples of RFC 6979 A.2.5 and A.2.6, by SHA-256 and SHA-384 as RFC 6605 has them. */
final class DeterministicExamples {
  private static final String P256_KEY =
      "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
  private static final String P256_PUBLIC =
      "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
          + "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
  private static final String P384_KEY =
      "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D8"
          + "96D5724E4C70A825F872C9EA60D2EDF5";
  private static final String P384_PUBLIC =
      "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64"
          + "DEF8F0EA9055866064A254515480BC138015D9B72D7D57244EA8EF9AC0C62189"
          + "6708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720";

  private DeterministicExamples() {}

  static List<SignatureExample> all() {
    KeyText p256 = key(13, P256_PUBLIC, P256_KEY);
    KeyText p384 = key(14, P384_PUBLIC, P384_KEY);
    return List.of(
        example(
            "RFC 6979 appendix A.2.5",
            p256,
            "sample",
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"),
        example(
            "RFC 6979 appendix A.2.5",
            p256,
            "test",
            "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                + "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"),
        example(
            "RFC 6979 appendix A.2.6",
            p384,
            "sample",
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C"
                + "81A648152E44ACF96E36DD1E80FABE4699EF4AEB15F178CEA1FE40DB2603138F"
                + "130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"),
        example(
            "RFC 6979 appendix A.2.6",
            p384,
            "test",
            "8203B63D3C853E8D77227FB377BCF7B7B772E97892A80F36AB775D509D7A5FEB"
                + "0542A7F0812998DA8F1DD3CA3CF023DBDDD0760448D42D8A43AF45AF836FCE4D"
                + "E8BE06B485E9B61B827C2F13173923E06A739F040649A667BF3B828246BAA5A5"));
  }

  private static SignatureExample example(String source, KeyText key, String text, String hex) {
    byte[] data = text.getBytes(StandardCharsets.US_ASCII);
    return SignatureExample.deterministic(source, key, data, base64(hex));
  }

  private static KeyText key(int algorithm, String publicKey, String secret) {
    return new KeyText(
        OptionalInt.empty(),
        "example. IN DNSKEY 256 3 " + algorithm + " " + base64(publicKey),
        "Private-key-format: v1.3\nAlgorithm: " + algorithm + "\nPrivateKey: " + base64(secret));
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
