package org.offlinesign.zonefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be said of a zone file, by its reader and by the rules that its records must keep.
 *
 * <p>The codes are stable: programs may rely on them. An error makes the file or the zone useless
 * to name servers; a warning is for what hurts some names or is hardly meant; a notice is for what
 * one may want to know.
 */
public enum LintCode implements Rule {
  // What the reader of the file says.
  SYNTAX(Severity.ERROR, "RFC 1035 §5.1", "The text is not that of a zone file"),
  DIRECTIVE(Severity.ERROR, "RFC 1035 §5.1", "A directive is not known"),
  INCLUDE(Severity.ERROR, "RFC 1035 §5.1", "A file cannot be included"),
  GENERATE(Severity.ERROR, "BIND 9 ARM, $GENERATE", "A $GENERATE directive cannot be carried out"),
  ENCODING(Severity.ERROR, "RFC 1035 §5.1", "The file is not in an encoding of octets"),
  OWNER(Severity.ERROR, "RFC 1035 §5.1", "The first record has no owner"),
  NAME(Severity.ERROR, "RFC 1035 §2.3.4", "An owner is no name"),
  CLASS(Severity.ERROR, "RFC 1035 §5.2", "A record has another class than the zone"),
  TYPE(Severity.ERROR, "RFC 1035 §5.1", "The type of a record is not known"),
  TTL(Severity.ERROR, "RFC 2181 §8", "A TTL is missing or too large"),
  RDATA(Severity.ERROR, "RFC 1035 §5.1", "The data of a record do not fit its type"),
  TOO_MANY_ERRORS(Severity.ERROR, "RFC 1035 §5.1", "Reading was given up after many errors"),
  RETURN_IN_COMMENT(
      Severity.WARNING, "RFC 1035 §5.1", "A carriage return alone does not end a comment"),
  INHERITED_OWNER(
      Severity.WARNING, "RFC 1035 §5.1", "A record after $ORIGIN has the owner of one before it"),
  RFC1035_TTL(
      Severity.NOTICE, "RFC 1035 §5.1", "A record without a TTL has that of the record before"),
  SOA_MINIMUM_TTL(
      Severity.WARNING, "RFC 2308 §4", "Records without a TTL have the MINIMUM of the SOA record"),
  WINDOWS_ESCAPE(
      Severity.WARNING, "RFC 1035 §5.1", "An escape in a file of Windows may mean an octal number"),
  WINS(Severity.NOTICE, "MS-DNSP §2.2.2.2.4", "Records that only Windows servers know"),

  // What the zone is.
  SOA_MISSING(Severity.ERROR, "RFC 1035 §5.2", "The zone has no SOA record"),
  SOA_NOT_ALONE(Severity.ERROR, "RFC 1035 §5.2", "The zone has several SOA records"),
  SOA_BELOW_APEX(Severity.ERROR, "RFC 1035 §5.2", "An SOA record stands below the apex"),
  NS_MISSING(Severity.WARNING, "RFC 1034 §4.2.1", "The zone has no NS record"),
  OUT_OF_ZONE(Severity.WARNING, "RFC 1035 §5.2", "Records stand outside the zone"),
  OCCLUDED(Severity.WARNING, "RFC 2136 §7.18", "Records are hidden by a cut or a DNAME record"),

  // What may stand at one name.
  CNAME_AND_OTHER_DATA(
      Severity.ERROR, "RFC 1034 §3.6.2", "A name has a CNAME record and other records"),
  CNAME_NOT_ALONE(Severity.ERROR, "RFC 2181 §10.1", "A name has several CNAME records"),
  DNAME_NOT_ALONE(Severity.ERROR, "RFC 6672 §2.4", "A name has several DNAME records"),
  DNAME_AT_CUT(Severity.ERROR, "RFC 6672 §2.3", "A name below the apex has DNAME and NS records"),
  TTLS_DIFFER(Severity.WARNING, "RFC 2181 §5.2", "The records of an RRset have several TTLs"),

  // What name servers need.
  NS_IS_CNAME(Severity.ERROR, "RFC 2181 §10.3", "A name server of the zone is an alias"),
  NS_BELOW_DNAME(Severity.ERROR, "RFC 6672 §2.3", "A name server of the zone is below a DNAME"),
  NS_WITHOUT_ADDRESS(
      Severity.ERROR, "RFC 1035 §3.3.11", "A name server of the zone has no address"),
  GLUE_MISSING(Severity.WARNING, "RFC 1034 §4.2.1", "A delegation lacks the address of its server"),

  // What DNSSEC asks for.
  DS_WITHOUT_NS(Severity.WARNING, "RFC 4035 §2.4", "A DS record stands where no delegation is"),
  DS_AT_APEX(Severity.ERROR, "RFC 4035 §2.4", "A DS record stands at the apex"),
  DNSKEY_BELOW_APEX(Severity.ERROR, "RFC 4035 §2.1", "A DNSKEY record stands below the apex"),
  ZONEMD_STALE(Severity.ERROR, "RFC 8976 §3.1", "A ZONEMD record does not fit the signed zone"),
  CHILD_SIGNAL_STALE(
      Severity.ERROR, "RFC 7344 §4", "CDS or CDNSKEY records stand beside those that replace them"),
  NSEC3_HASH_LENGTH(
      Severity.ERROR, "RFC 5155 §3.1.7", "The next hash of an NSEC3 record has a wrong length"),
  NSEC3_APEX_TOO_LONG(
      Severity.ERROR, "RFC 5155 §3", "The zone's name leaves no room for a hash before it"),
  NSEC3_COLLISION(Severity.ERROR, "RFC 5155 §7.1", "Two names of the zone have one hash");

  private final Severity severity;
  private final String section;
  private final String title;

  LintCode(Severity severity, String section, String title) {
    this.severity = severity;
    this.section = section;
    this.title = title;
  }

  /** Returns the rule with a code. */
  public static Optional<LintCode> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String section() {
    return section;
  }

  @Override
  public String title() {
    return title;
  }

  /** Returns {@link #code()}. */
  @Override
  public String toString() {
    return code();
  }
}
