package org.offlinesign.rdata;

import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** Words that stand for numbers in a field, in any case; numbers stand for themselves. */
final class Mnemonics {
  /** DNS security algorithm numbers (IANA, RFC 4034 App. A.1, RFC 9904). */
  static final Mnemonics ALGORITHMS =
      new Mnemonics(
          "DELETE 0 RSAMD5 1 DH 2 DSA 3 ECC 4 RSASHA1 5 DSA-NSEC3-SHA1 6 NSEC3DSA 6 "
              + "RSASHA1-NSEC3-SHA1 7 NSEC3RSASHA1 7 RSASHA256 8 RSASHA512 10 ECC-GOST 12 "
              + "ECCGOST 12 ECDSAP256SHA256 13 ECDSA256 13 ECDSAP384SHA384 14 ECDSA384 14 "
              + "ED25519 15 ED448 16 SM2SM3 17 ECC-GOST12 23 INDIRECT 252 PRIVATEDNS 253 "
              + "PRIVATEOID 254");

  /** Types of certificates (RFC 4398 §2.1). */
  static final Mnemonics CERTIFICATE_TYPES =
      new Mnemonics(
          "PKIX 1 SPKI 2 PGP 3 IPKIX 4 ISPKI 5 IPGP 6 ACPKIX 7 IACPKIX 8 URI 253 OID 254");

  /** Protocols of KEY records (RFC 2535 §7.1), and the one of DNSKEY records. */
  static final Mnemonics KEY_PROTOCOLS =
      new Mnemonics("NONE 0 TLS 1 EMAIL 2 DNSSEC 3 IPSEC 4 ALL 255");

  /** Schemes of DSYNC records (RFC 9859). */
  static final Mnemonics DSYNC_SCHEMES = new Mnemonics("NOTIFY 1");

  /** Flags of KEY and DNSKEY records (RFC 2535 §3.1.2, §7.1; RFC 4034 §2.1.1; RFC 5011 §7). */
  static final Mnemonics KEY_FLAGS =
      new Mnemonics(
          "NOCONF 16384 NOAUTH 32768 NOKEY 49152 FLAG2 8192 EXTEND 4096 FLAG4 2048 FLAG5 1024 "
              + "USER 0 ZONE 256 HOST 512 NTYP3 768 FLAG8 128 FLAG9 64 FLAG10 32 FLAG11 16 "
              + "SIG0 0 SIG1 1 SIG2 2 SIG3 3 SIG4 4 SIG5 5 SIG6 6 SIG7 7 SIG8 8 SIG9 9 SIG10 10 "
              + "SIG11 11 SIG12 12 SIG13 13 SIG14 14 SIG15 15 REVOKE 128 KSK 1 SEP 1");

  /** IP protocols of WKS records (RFC 1010). */
  static final Mnemonics IP_PROTOCOLS =
      new Mnemonics(
          "ICMP 1 IGMP 2 GGP 3 ST 5 TCP 6 EGP 8 IGP 9 BBN-RCC-MON 10 NVP-II 11 PUP 12 ARGUS 13 "
              + "EMCON 14 XNET 15 CHAOS 16 UDP 17 MUX 18 DCN-MEAS 19 HMP 20 PRM 21 XNS-IDP 22 "
              + "RDP 27 IRTP 28 ISO-TP4 29 NETBLT 30 MFE-NSP 31 MERIT-INP 32 SEP 33 CFTP 62 "
              + "SAT-EXPAK 64 RVD 66 IPPC 67 SAT-MON 69 BR-SAT-MON 76 WB-MON 78 WB-EXPAK 79");

  /** Services of WKS records (RFC 1010 and what took their place). */
  static final Mnemonics SERVICES =
      new Mnemonics(
          "TCPMUX 1 RJE 5 ECHO 7 DISCARD 9 SYSTAT 11 USERS 11 DAYTIME 13 NETSTAT 15 QOTD 17 "
              + "QUOTE 17 CHARGEN 19 FTP-DATA 20 FTP 21 SSH 22 TELNET 23 SMTP 25 NSW-FE 27 "
              + "MSG-ICP 29 MSG-AUTH 31 DSP 33 TIME 37 RLP 39 GRAPHICS 41 NAMESERVER 42 NICNAME 43 "
              + "WHOIS 43 MPM-FLAGS 44 MPM 45 MPM-SND 46 NI-FTP 47 LOGIN 49 LA-MAINT 51 DOMAIN 53 "
              + "ISI-GL 55 NI-MAIL 61 VIA-FTP 63 TACACS-DS 65 BOOTPS 67 BOOTPC 68 TFTP 69 "
              + "GOPHER 70 NETRJS-1 71 NETRJS-2 72 NETRJS-3 73 NETRJS-4 74 FINGER 79 HTTP 80 "
              + "WWW 80 HOSTS2-NS 81 KERBEROS 88 SU-MIT-TG 89 MIT-DOV 91 DCP 93 SUPDUP 95 "
              + "SWIFT-RVF 97 TACNEWS 98 METAGRAM 99 HOSTNAME 101 HOSTNAMES 101 ISO-TSAP 102 "
              + "X400 103 X400-SND 104 CSNET-NS 105 RTELNET 107 POP2 109 POP3 110 SUNRPC 111 "
              + "AUTH 113 SFTP 115 UUCP-PATH 117 NNTP 119 ERPC 121 NTP 123 LOCUS-MAP 125 "
              + "LOCUS-CON 127 PWDGEN 129 CISCO-FNA 130 NETBIOS-NS 137 NETBIOS-DGM 138 "
              + "NETBIOS-SSN 139 IMAP 143 IMAP2 143 SNMP 161 SNMPTRAP 162 SNMP-TRAP 162 XDMCP 177 "
              + "BGP 179 IRC 194 LDAP 389 HTTPS 443 LPR 515 PRINTER 515");

  private final Map<String, Integer> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Mnemonics(String pairs) {
    StringTokenizer words = new StringTokenizer(pairs);
    while (words.hasMoreTokens()) {
      numbers.put(words.nextToken(), Integer.valueOf(words.nextToken()));
    }
  }

  /** Returns the number of a word; a negative number if it is unknown. */
  int number(String word) {
    return numbers.getOrDefault(word, -1);
  }
}
