package org.offlinesign.zonefile;

import static org.offlinesign.zonefile.LintArea.DNSSEC;
import static org.offlinesign.zonefile.LintArea.NAMES;
import static org.offlinesign.zonefile.LintArea.RECORDS;
import static org.offlinesign.zonefile.LintArea.SIGNING;
import static org.offlinesign.zonefile.LintArea.SOA_FIELDS;
import static org.offlinesign.zonefile.LintArea.TARGETS;
import static org.offlinesign.zonefile.LintArea.TEXT;
import static org.offlinesign.zonefile.LintArea.ZONE;
import static org.offlinesign.zonefile.Severity.ERROR;
import static org.offlinesign.zonefile.Severity.NOTICE;
import static org.offlinesign.zonefile.Severity.WARNING;

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
  SYNTAX(TEXT, ERROR, "RFC 1035 §5.1", "The text is not that of a zone file"),
  DIRECTIVE(TEXT, ERROR, "RFC 1035 §5.1", "A directive is not known"),
  INCLUDE(TEXT, ERROR, "RFC 1035 §5.1", "A file cannot be included"),
  GENERATE(TEXT, ERROR, "BIND 9 ARM, $GENERATE", "A $GENERATE directive cannot be carried out"),
  ENCODING(TEXT, ERROR, "RFC 1035 §5.1", "The file is in an encoding of more than one octet"),
  OWNER(TEXT, ERROR, "RFC 1035 §5.1", "The first record has no owner"),
  NAME(TEXT, ERROR, "RFC 1035 §2.3.4", "An owner is no name"),
  CLASS(TEXT, ERROR, "RFC 1035 §5.2", "A record has another class than the zone"),
  TYPE(TEXT, ERROR, "RFC 1035 §5.1", "The type of a record is not known"),
  META_TYPE(TEXT, ERROR, "RFC 6895 §3.1", "A record has a type of questions or messages"),
  NXNAME(TEXT, ERROR, "RFC 9824 §3.5", "A file holds the type NXNAME"),
  TTL(TEXT, ERROR, "RFC 2181 §8", "A TTL is missing or too large"),
  RDATA(TEXT, ERROR, "RFC 1035 §5.1", "The data of a record do not fit its type"),
  NAME_TOO_LARGE(
      TEXT, ERROR, "RFC 1035 §4.2.2", "A name has more records than any answer has room for"),
  TOO_MANY_ERRORS(TEXT, ERROR, "RFC 1035 §5.1", "Reading was given up after many errors"),
  RETURN_IN_COMMENT(
      TEXT, WARNING, "RFC 1035 §5.1", "A carriage return alone does not end a comment"),
  INHERITED_OWNER(
      TEXT, WARNING, "RFC 1035 §5.1", "A record after $ORIGIN has the owner of one before it"),
  INCLUDED_OWNER(
      TEXT, WARNING, "RFC 1035 §5.1", "A record behind an included file states no owner"),
  RFC1035_TTL(
      TEXT, NOTICE, "RFC 1035 §5.1", "A record without a TTL has that of the record before"),
  INCLUDED_TTL(TEXT, WARNING, "RFC 2308 §4", "A record has the $TTL of an included file before it"),
  SOA_MINIMUM_TTL(
      TEXT, WARNING, "RFC 2308 §4", "Records without a TTL have the MINIMUM of the SOA record"),
  WINDOWS_ESCAPE(
      TEXT, WARNING, "RFC 1035 §5.1", "An escape in a file of Windows may mean an octal number"),
  WINDOWS_AGE(
      TEXT, NOTICE, "MS-DNSP §2.2.2.2.5", "Records carry the age that a Windows server gave them"),
  WINS(TEXT, NOTICE, "MS-DNSP §2.2.2.2.4", "Records were left out that only Windows servers know"),

  SOA_MISSING(ZONE, ERROR, "RFC 1035 §5.2", "The zone has no SOA record"),
  SOA_NOT_ALONE(ZONE, ERROR, "RFC 1035 §5.2", "The zone has several SOA records"),
  SOA_BELOW_APEX(ZONE, ERROR, "RFC 1035 §5.2", "An SOA record stands below the apex"),
  SOA_NOT_FIRST(ZONE, NOTICE, "RFC 1035 §5.2", "Other records precede the SOA record"),
  NS_MISSING(ZONE, WARNING, "RFC 1034 §4.2.1", "The zone has no NS record"),
  NS_SINGLE(ZONE, NOTICE, "RFC 2182 §5", "The zone has one name server only"),
  OUT_OF_ZONE(ZONE, WARNING, "RFC 1035 §5.2", "Records stand outside the zone"),
  BELOW_CUT(ZONE, WARNING, "RFC 1034 §4.2.1", "Records other than glue stand below a delegation"),
  DATA_AT_CUT(
      ZONE, WARNING, "RFC 2181 §6.1", "Records that belong to the child stand at a delegation"),
  BELOW_DNAME(ZONE, WARNING, "RFC 6672 §2.3", "Records stand below a DNAME record"),
  DUPLICATE_RECORD(ZONE, WARNING, "RFC 2181 §5", "A record stands in the zone more than once"),

  SOA_RNAME_AT(
      SOA_FIELDS,
      WARNING,
      "RFC 1035 §8",
      "The mailbox of the SOA record has an @, where a dot belongs"),
  SOA_RNAME_SHORT(
      SOA_FIELDS, WARNING, "RFC 1035 §8", "The mailbox of the SOA record has no domain"),
  SOA_SERIAL_ZERO(SOA_FIELDS, NOTICE, "RFC 1912 §2.2", "The serial number is 0"),
  SOA_SERIAL_FUTURE(
      SOA_FIELDS, WARNING, "RFC 1912 §2.2", "The serial number is a date in the future"),
  SOA_RETRY_LONG(SOA_FIELDS, WARNING, "RFC 1912 §2.2", "Retry is not less than refresh"),
  SOA_EXPIRE_SHORT(
      SOA_FIELDS, WARNING, "RFC 1912 §2.2", "Expire is not more than refresh and retry together"),
  SOA_MINIMUM_LONG(
      SOA_FIELDS, WARNING, "RFC 2308 §5", "Negative answers are kept for more than a day"),

  CNAME_AND_OTHER_DATA(
      NAMES, ERROR, "RFC 1034 §3.6.2", "A name has a CNAME record and other records"),
  CNAME_NOT_ALONE(NAMES, ERROR, "RFC 2181 §10.1", "A name has several CNAME records"),
  CNAME_LOOP(NAMES, WARNING, "RFC 1034 §3.6.2", "An alias leads to itself"),
  DNAME_NOT_ALONE(NAMES, ERROR, "RFC 6672 §2.4", "A name has several DNAME records"),
  DNAME_AT_CUT(NAMES, ERROR, "RFC 6672 §2.3", "A name below the apex has DNAME and NS records"),
  DNAME_LOOP(NAMES, WARNING, "RFC 6672 §2.2", "A DNAME record leads to a name below itself"),
  TTLS_DIFFER(NAMES, WARNING, "RFC 2181 §5.2", "The records of an RRset have several TTLs"),
  TTL_ZERO(NAMES, WARNING, "RFC 1912 §2.2", "Records that resolvers need all the time have TTL 0"),
  TTL_LONG(NAMES, NOTICE, "RFC 8767 §4", "A TTL is longer than resolvers keep records"),
  WILDCARD_NS(NAMES, WARNING, "RFC 4592 §4.2", "A wildcard has NS records"),
  WILDCARD_DNAME(NAMES, WARNING, "RFC 4592 §4.4", "A wildcard has a DNAME record"),
  WILDCARD_DS(NAMES, WARNING, "RFC 4592 §4.6", "A wildcard has DS records"),
  WILDCARD_UNDER_OPT_OUT(
      NAMES, WARNING, "RFC 5155 §9.2", "A wildcard stands in a zone whose NSEC3 chain opts out"),
  ASTERISK_WITHIN(NAMES, NOTICE, "RFC 4592 §2.1.1", "An asterisk within a name makes no wildcard"),
  ORIGIN_DOUBLED(
      NAMES,
      WARNING,
      "RFC 1035 §5.1",
      "A name ends with the zone twice: a final dot may be missing"),
  PTR_IN_REVERSE_ZONE(
      NAMES,
      WARNING,
      "RFC 1035 §5.1",
      "A PTR record leads into its own zone: a final dot may be missing"),
  HOST_NAME(
      NAMES, NOTICE, "RFC 1123 §2.1", "The name of a host has characters that host names have not"),
  NOT_ASCII(NAMES, NOTICE, "RFC 5890 §2.3.2.1", "A name has octets that are not ASCII"),
  TYPE_OBSOLETE(NAMES, NOTICE, "IANA, RR TYPEs", "A record has a type that is no longer in use"),

  NS_IS_ALIAS(TARGETS, ERROR, "RFC 2181 §10.3", "A name server of the zone is an alias"),
  NS_WITHOUT_ADDRESS(
      TARGETS, ERROR, "RFC 1035 §3.3.11", "A name server of the zone has no address"),
  CHILD_NS_IS_ALIAS(
      TARGETS, WARNING, "RFC 2181 §10.3", "A name server of a child zone is an alias"),
  CHILD_NS_WITHOUT_ADDRESS(
      TARGETS, WARNING, "RFC 1035 §3.3.11", "A name server of a child zone has no address"),
  GLUE_MISSING(
      TARGETS, WARNING, "RFC 1034 §4.2.1", "A delegation lacks the address of its name server"),
  GLUE_OF_SIBLING_MISSING(
      TARGETS,
      NOTICE,
      "RFC 9471 §2.2",
      "A name server of a child zone is in another child, and its address is missing"),
  GLUE_UNNEEDED(
      TARGETS, NOTICE, "RFC 1034 §4.2.1", "Addresses below a cut belong to no name server"),
  MNAME_IS_ALIAS(
      TARGETS, WARNING, "RFC 1035 §3.3.13", "The primary server of the SOA record is an alias"),
  MNAME_WITHOUT_ADDRESS(
      TARGETS, WARNING, "RFC 1035 §3.3.13", "The primary server of the SOA record has no address"),
  MX_IS_ALIAS(TARGETS, WARNING, "RFC 2181 §10.3", "A mail server is an alias"),
  MX_WITHOUT_ADDRESS(TARGETS, WARNING, "RFC 5321 §5.1", "A mail server has no address"),
  MX_NULL_NOT_ALONE(TARGETS, WARNING, "RFC 7505 §3", "A null MX record stands beside others"),
  MX_NULL_PREFERENCE(
      TARGETS, WARNING, "RFC 7505 §3", "A null MX record has a preference other than 0"),
  SRV_IS_ALIAS(TARGETS, WARNING, "RFC 2782", "The target of an SRV record is an alias"),
  SRV_WITHOUT_ADDRESS(TARGETS, WARNING, "RFC 2782", "The target of an SRV record has no address"),
  SVCB_WITHOUT_ADDRESS(
      TARGETS, WARNING, "RFC 9460 §3", "The target of an SVCB or HTTPS record has no address"),
  ALIAS_DANGLING(
      TARGETS, WARNING, "RFC 1034 §3.6.2", "An alias leads to a name that is not in the zone"),
  TARGET_IS_ADDRESS(
      TARGETS, WARNING, "RFC 1123 §2.1", "An address stands where the name of a server belongs"),

  SVCB_ALIAS_PARAMS(
      RECORDS, WARNING, "RFC 9460 §2.4.2", "An SVCB record in alias mode has parameters"),
  SVCB_ALIAS_NOT_ALONE(
      RECORDS, WARNING, "RFC 9460 §2.4.2", "A name has several SVCB records in alias mode"),
  SVCB_ALIAS_LOOP(
      RECORDS, WARNING, "RFC 9460 §2.4.2", "An SVCB record in alias mode leads to itself"),
  SVCB_MODES_MIXED(RECORDS, WARNING, "RFC 9460 §2.4.1", "A name has SVCB records in both modes"),
  SVCB_MANDATORY_NEEDLESS(
      RECORDS, NOTICE, "RFC 9460 §8", "A parameter that is always mandatory is listed"),
  SPF_NOT_ALONE(RECORDS, WARNING, "RFC 7208 §3.2", "A name has several SPF policies"),
  SPF_TYPE_ALONE(RECORDS, WARNING, "RFC 7208 §3.1", "An SPF policy is not published as TXT"),

  DS_WITHOUT_NS(DNSSEC, WARNING, "RFC 4035 §2.4", "A DS record stands where no delegation is"),
  DS_NOT_ACCEPTED(
      DNSSEC, WARNING, "RFC 9905", "Validators treat a child with DS records as not signed"),
  DS_AT_APEX(DNSSEC, WARNING, "RFC 4035 §2.4", "A DS record stands at the apex"),
  DNSKEY_BELOW_APEX(DNSSEC, WARNING, "RFC 4035 §2.1", "A DNSKEY record stands below the apex"),
  NSEC3PARAM_BELOW_APEX(
      DNSSEC, WARNING, "RFC 5155 §4", "An NSEC3PARAM record stands below the apex"),
  CDS_BELOW_APEX(DNSSEC, WARNING, "RFC 7344 §4.1", "A CDS or CDNSKEY record stands below the apex"),
  CSYNC_BELOW_APEX(DNSSEC, WARNING, "RFC 7477 §2", "A CSYNC record stands below the apex"),
  ZONEMD_BELOW_APEX(DNSSEC, WARNING, "RFC 8976 §2", "A ZONEMD record stands below the apex"),
  NSEC3_HASH_LENGTH(
      DNSSEC, ERROR, "RFC 5155 §3.1.7", "The next hash of an NSEC3 record has a wrong length"),
  DNSSEC_LEFTOVER(
      DNSSEC, WARNING, "RFC 4035 §2", "A zone without keys has records of a signed one"),

  ZONEMD_STALE(
      SIGNING,
      ERROR,
      "RFC 8976 §3.1",
      "A ZONEMD record does not fit the zone that is being signed"),
  CHILD_SIGNAL_STALE(
      SIGNING, ERROR, "RFC 7344 §4", "CDS or CDNSKEY records stand beside those that replace them"),
  CANNOT_STAY(
      SIGNING,
      ERROR,
      "RFC 4035 §2",
      "A record of the zone file does not fit the DNSSEC records that it includes"),
  COMMENT_LEFT_OUT(
      SIGNING, WARNING, "RFC 1035 §5.1", "A record has more comments than are kept with one"),
  NSEC3_APEX_TOO_LONG(
      SIGNING, ERROR, "RFC 5155 §3", "The zone's name leaves no room for a hash before it"),
  NSEC3_COLLISION(SIGNING, ERROR, "RFC 5155 §7.1", "Two names of the zone have one hash");

  private final LintArea area;
  private final RuleFacts facts;

  LintCode(LintArea area, Severity severity, String section, String title) {
    this.area = area;
    this.facts = new RuleFacts(severity, section, title);
  }

  /** Returns the rule with a code. */
  public static Optional<LintCode> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }

  /**
   * Says whether it is about a record that could not be read, which nobody can decide otherwise.
   */
  public boolean isUnreadable() {
    return area == LintArea.TEXT && severity() == Severity.ERROR;
  }

  /** Returns what it is about. */
  public LintArea area() {
    return area;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public RuleFacts facts() {
    return facts;
  }

  /** Returns {@link #code()}. */
  @Override
  public String toString() {
    return code();
  }
}
