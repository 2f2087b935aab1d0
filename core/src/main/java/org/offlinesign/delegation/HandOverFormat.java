package org.offlinesign.delegation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;

/** How the keys of a zone are written for the owner of its parent, whatever that one reads. */
public enum HandOverFormat {
  /** What the forms of registrars ask for, field by field. */
  TABLE {
    @Override
    public String text(EntryPoints points) {
      StringBuilder text = new StringBuilder();
      int number = 0;
      for (Ds ds : points.ds()) {
        number++;
        text.append("DS record ").append(number).append(" of ").append(points.ds().size());
        text.append(" for ").append(points.zone()).append('\n');
        append(text, ds);
        points.keyOf(ds).ifPresent(key -> append(text, key));
      }
      return text.toString();
    }

    private void append(StringBuilder text, Ds ds) {
      line(text, "key tag", Integer.toString(ds.keyTag()));
      line(text, "algorithm", ds.algorithm() + nameOfAlgorithm(ds.algorithm()));
      line(
          text,
          "digest type",
          ds.digestType() + DigestType.of(ds.digestType()).map(d -> " (" + d + ")").orElse(""));
      line(text, "digest", digest(ds));
      line(text, "to compare", CheckLine.of(ds));
    }

    private void append(StringBuilder text, Dnskey key) {
      line(text, "flags", key.flags() + (key.isSep() ? " (KSK)" : " (ZSK)"));
      line(text, "protocol", Integer.toString(key.protocol()));
      line(text, "public key", lastField(key.toString()));
    }
  },
  /** DS records as a dsset- file has them. */
  DSSET {
    @Override
    public String text(EntryPoints points) {
      return fileText(KeySetFile.dsset(points.zone(), RecordClass.IN, points.ds()));
    }
  },
  /** DS records as BIND's dnssec-dsfromkey prints them. */
  BIND {
    @Override
    public String text(EntryPoints points) {
      StringBuilder text = new StringBuilder();
      for (Ds ds : points.ds()) {
        text.append(points.zone()).append(" IN DS ").append(ds).append('\n');
      }
      return text.toString();
    }
  },
  /** DNSKEY records as a keyset- file has them. */
  KEYSET {
    @Override
    public String text(EntryPoints points) {
      return fileText(KeySetFile.keyset(points.zone(), RecordClass.IN, TTL, points.keys()));
    }
  },
  /** DNSKEY records as dig prints them. */
  DNSKEY {
    @Override
    public String text(EntryPoints points) {
      return keys(points, RecordType.DNSKEY);
    }
  },
  /** CDNSKEY records, which in the zone itself ask the parent for DS records (RFC 7344). */
  CDNSKEY {
    @Override
    public String text(EntryPoints points) {
      return keys(points, RecordType.CDNSKEY);
    }
  },
  /** CDS records, which in the zone itself ask the parent for DS records (RFC 7344). */
  CDS {
    @Override
    public String text(EntryPoints points) {
      StringBuilder text = new StringBuilder();
      points.ds().forEach(ds -> record(text, points, RecordType.CDS, ds.toString()));
      return text.toString();
    }
  },
  /** The EPP command with which a registrar changes a domain at the registry (RFC 5910). */
  EPP {
    @Override
    public String text(EntryPoints points) {
      return new EppUpdate(points).text();
    }
  };

  private static final Ttl TTL = new Ttl(3600);

  /**
   * Returns the text, octets in ISO 8859-1.
   *
   * @param points holds the digests that are to be handed over, and what keys are known
   */
  public abstract String text(EntryPoints points);

  /** Says whether it holds keys in full, which must then be known. */
  public boolean needsKeys() {
    return this == KEYSET || this == DNSKEY || this == CDNSKEY;
  }

  private static String fileText(KeySetFile file) {
    return new String(file.octets(), StandardCharsets.ISO_8859_1);
  }

  private static String keys(EntryPoints points, RecordType type) {
    StringBuilder text = new StringBuilder();
    points.keys().forEach(key -> record(text, points, type, key.toString()));
    return text.toString();
  }

  private static void record(
      StringBuilder text, EntryPoints points, RecordType type, String rdata) {
    text.append(points.zone()).append('\t').append(TTL).append("\tIN\t");
    text.append(type).append('\t').append(rdata).append('\n');
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format(Locale.ROOT, "  %-12s %s\n", label, value));
  }

  private static String nameOfAlgorithm(int number) {
    Optional<Algorithm> known = Algorithm.of(number);
    return known.map(algorithm -> " (" + algorithm.mnemonic() + ")").orElse("");
  }

  private static String digest(Ds ds) {
    return lastField(ds.toString());
  }

  private static String lastField(String rdata) {
    return rdata.split(" ", 4)[3];
  }
}
