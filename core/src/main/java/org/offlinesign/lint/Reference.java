package org.offlinesign.lint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.LintCode;

/** Why a record names another name: what that one must have in its own zone. */
enum Reference {
  NS_OF_ZONE(RecordType.NS, "a name server of", LintCode.NS_IS_ALIAS, LintCode.NS_WITHOUT_ADDRESS),
  NS_OF_CHILD(
      RecordType.NS,
      "a name server of",
      LintCode.CHILD_NS_IS_ALIAS,
      LintCode.CHILD_NS_WITHOUT_ADDRESS),
  PRIMARY(
      RecordType.SOA,
      "the primary server of",
      LintCode.MNAME_IS_ALIAS,
      LintCode.MNAME_WITHOUT_ADDRESS),
  MAIL(RecordType.MX, "a mail server of", LintCode.MX_IS_ALIAS, LintCode.MX_WITHOUT_ADDRESS),
  SERVICE(RecordType.SRV, "a server of", LintCode.SRV_IS_ALIAS, LintCode.SRV_WITHOUT_ADDRESS),
  // RFC 9460 §3: clients follow aliases from here.
  SVCB_SERVICE(RecordType.SVCB, "a server of", null, LintCode.SVCB_WITHOUT_ADDRESS),
  HTTPS_SERVICE(RecordType.HTTPS, "a server of", null, LintCode.SVCB_WITHOUT_ADDRESS),
  SVCB_ALIAS(RecordType.SVCB, "an alias of", null, LintCode.ALIAS_DANGLING),
  HTTPS_ALIAS(RecordType.HTTPS, "an alias of", null, LintCode.ALIAS_DANGLING),
  ALIAS(RecordType.CNAME, "an alias of", null, LintCode.ALIAS_DANGLING);

  private final int typeCode;
  private final String role;
  private final @Nullable LintCode aliasCode;
  private final LintCode missingCode;

  Reference(RecordType type, String role, @Nullable LintCode aliasCode, LintCode missingCode) {
    this.typeCode = type.code();
    this.role = role;
    this.aliasCode = aliasCode;
    this.missingCode = missingCode;
  }

  /** Returns a number of 16 bits that stands for it. */
  int mark() {
    boolean second = this == NS_OF_CHILD || this == SVCB_ALIAS || this == HTTPS_ALIAS;
    return typeCode << 1 | (second ? 1 : 0);
  }

  /** Returns the one that a number stands for. */
  static Reference marked(int mark) {
    return Arrays.stream(values())
        .filter(reference -> reference.mark() == mark)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(mark + " marks no reference"));
  }

  /** Returns the type of the records that refer so. */
  RecordType type() {
    return RecordType.of(typeCode);
  }

  /** Returns what the name is to the owner of the record, as words before that owner. */
  String role() {
    return role;
  }

  /** Returns the code for a name that is an alias; null if it may be one. */
  @Nullable LintCode aliasCode() {
    return aliasCode;
  }

  /** Returns the code for a name that has not what it must have. */
  LintCode missingCode() {
    return missingCode;
  }

  /** Says whether the name needs an address, and not only to be there. */
  boolean needsAddress() {
    return missingCode != LintCode.ALIAS_DANGLING;
  }
}
