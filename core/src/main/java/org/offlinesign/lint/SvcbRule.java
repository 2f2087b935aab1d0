package org.offlinesign.lint;

import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** SVCB and HTTPS records keep what RFC 9460 asks of an RRset. */
final class SvcbRule implements LintRule {
  private final Breaches breaches;

  SvcbRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (!kind.isInChain()) {
      return;
    }
    for (RecordType type : List.of(RecordType.SVCB, RecordType.HTTPS)) {
      NodeRrset rrset = node.rrset(type);
      if (rrset != null) {
        checkModes(node, rrset);
        for (int i = 0; i < rrset.size(); i++) {
          check(new SourceRecord(node, rrset, i));
        }
      }
    }
  }

  private void checkModes(OwnerNode node, NodeRrset rrset) {
    int aliases = 0;
    while (aliases < rrset.size() && ServiceBinding.of(rrset, aliases).isAlias()) {
      aliases++;
    }
    // Priority 0 sorts first, so the last of the aliases stands before the first service.
    if (aliases > 1) {
      SourceRecord last = new SourceRecord(node, rrset, aliases - 1);
      breaches.add(
          LintCode.SVCB_ALIAS_NOT_ALONE,
          last,
          node
              + " has "
              + aliases
              + " "
              + last.type()
              + " records in alias mode, of which clients take one at random");
    }
    if (aliases > 0 && aliases < rrset.size()) {
      SourceRecord service = new SourceRecord(node, rrset, aliases);
      breaches.add(
          LintCode.SVCB_MODES_MIXED,
          service,
          node
              + " has "
              + service.type()
              + " records in alias mode, so that those in service mode are not used");
    }
  }

  private void check(SourceRecord record) {
    ServiceBinding binding = ServiceBinding.of(record.rrset(), record.index());
    if (binding.isAlias()) {
      checkAlias(binding, record);
    } else {
      checkMandatory(binding, record);
    }
  }

  private void checkAlias(ServiceBinding binding, SourceRecord record) {
    DnsName owner = record.owner();
    if (binding.hasParameters()) {
      breaches.add(
          LintCode.SVCB_ALIAS_PARAMS,
          record,
          "the "
              + record.type()
              + " record of "
              + owner
              + " is in alias mode (priority 0), so that its parameters have no effect");
    }
    if (binding.target().equals(owner)) {
      breaches.add(
          LintCode.SVCB_ALIAS_LOOP,
          record,
          "the " + record.type() + " record of " + owner + " is an alias of itself");
    }
  }

  private void checkMandatory(ServiceBinding binding, SourceRecord record) {
    for (String key : binding.needlesslyMandatory(record.type())) {
      breaches.add(
          LintCode.SVCB_MANDATORY_NEEDLESS,
          record,
          "the "
              + record.type()
              + " record of "
              + record.owner()
              + " lists "
              + key
              + " as mandatory, which it always is");
    }
  }
}
