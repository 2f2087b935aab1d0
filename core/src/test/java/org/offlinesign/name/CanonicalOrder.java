package org.offlinesign.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** RFC 4034 §6.1 word for word: slow, and written without {@link CanonicalKey}. */
public final class CanonicalOrder implements Comparator<DnsName> {
  @Override
  public int compare(DnsName a, DnsName b) {
    List<byte[]> left = labelsFromTheRoot(a);
    List<byte[]> right = labelsFromTheRoot(b);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = Arrays.compareUnsigned(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<byte[]> labelsFromTheRoot(DnsName name) {
    byte[] wire = name.toWire();
    List<byte[]> labels = new ArrayList<>();
    for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
      byte[] label = Arrays.copyOfRange(wire, at + 1, at + 1 + wire[at]);
      for (int i = 0; i < label.length; i++) {
        if (label[i] >= 'A' && label[i] <= 'Z') {
          label[i] = (byte) (label[i] + ('a' - 'A'));
        }
      }
      labels.add(label);
    }
    Collections.reverse(labels);
    return labels;
  }
}
