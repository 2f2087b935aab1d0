package org.offlinesign.sign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;

/**
 * Finds out, from the records that an earlier signing made, how the zone proved what it does not
 * hold. Holds few parameters, however many the zone names.
 */
final class EarlierDenial {
  private static final int NSEC = RecordType.NSEC.code();
  private static final int NSEC3 = RecordType.NSEC3.code();
  private static final int NSEC3PARAM = RecordType.NSEC3PARAM.code();
  private static final int FLAGS_AT = 1;
  private static final int MOST = 8;

  private final Set<Nsec3Parameters> nsec3 = new LinkedHashSet<>();
  private boolean nsec;
  private boolean linked;
  private boolean optOut;

  /** Looks at a record that is dropped. */
  void look(RecordBuffer record) {
    int type = record.type();
    if (type == NSEC) {
      nsec = true;
    } else if (type == NSEC3) {
      optOut |= (record.rdata().array()[FLAGS_AT] & org.offlinesign.rdata.Nsec3.OPT_OUT) != 0;
      if (!linked) {
        add(record);
      }
      linked = true;
    } else if (type == NSEC3PARAM && nsec3.size() < MOST) {
      add(record);
    }
  }

  private void add(RecordBuffer record) {
    Nsec3Param param = param(record);
    if (param.hashAlgorithm() == Nsec3Parameters.SHA1) {
      nsec3.add(Nsec3Parameters.of(param));
    }
  }

  private static Nsec3Param param(RecordBuffer record) {
    Rdata rdata = Rdata.copyOf(record.rdata());
    return record.type() == NSEC3
        ? RdataView.ofWhole(rdata, org.offlinesign.rdata.Nsec3::from).parameters()
        : RdataView.ofWhole(rdata, Nsec3Param::from);
  }

  /** Returns the ways there were; empty if the zone was not signed. */
  List<Denial> toList() {
    List<Denial> all = new ArrayList<>();
    if (nsec) {
      all.add(new Nsec());
    }
    nsec3.forEach(parameters -> all.add(new Nsec3(parameters, optOut)));
    return all;
  }
}
