package org.offlinesign.cli.dnscmd;

import java.util.Set;

/** What a key that is named on the line is to do, and the form that its description has. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of and Set.of return never changes.
enum KeyUse {
  SIGN(
      "/SignKey",
      "[/AllRR | /DnskeyOnly] [/ValidFrom TIME] [/ValidTo TIME] [/Algorithm ALG] [/Flags FLAGS] ",
      Set.of(KeyPart.values())),
  /** Signs what the addition of a key changes, so that there is no choice of scope. */
  SIGN_AGAIN(
      "/SignKey",
      "[/ValidFrom TIME] [/ValidTo TIME] [/Algorithm ALG] [/Flags FLAGS] ",
      Set.of(KeyPart.VALIDITY, KeyPart.PARAMETERS, KeyPart.CERTIFICATE)),
  PUBLISH(
      "/AddKey",
      "[/Algorithm ALG] [/Flags FLAGS] ",
      Set.of(KeyPart.PARAMETERS, KeyPart.CERTIFICATE)),
  DELETE("/DeleteKey", "", Set.of(KeyPart.CERTIFICATE));

  private static final String CERT_SPEC =
      "/Cert [/Store NAME] [/Type machine|user] {/FriendlyName NAME | /Subject CN=... |"
          + " /Issuer CN=... | /Serial HEX}...";

  private final String name;
  private final String form;
  private final Set<KeyPart> parts;

  KeyUse(String name, String partsBeforeCert, Set<KeyPart> parts) {
    this.name = name;
    this.form = name + " " + partsBeforeCert + CERT_SPEC;
    this.parts = parts;
  }

  String form() {
    return form;
  }

  boolean takes(KeyPart part) {
    return parts.contains(part);
  }

  @Override
  public String toString() {
    return name;
  }
}
