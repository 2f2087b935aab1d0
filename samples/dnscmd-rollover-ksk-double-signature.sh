#!/bin/sh
# Replaces a key-signing key as the deployment guide of Windows Server 2008 R2 does it, in the spelling of dnscmd:
# both keys sign the key set while the parent's DS record changes from one to the other.
#
#   dnscmd-rollover-ksk-double-signature.sh
#   dnscmd-rollover-ksk-double-signature.sh ZONE SIGNED-FILE KSK1 ZSK1 KSK2
#
# With arguments: SIGNED-FILE, which the name servers load, is signed with KSK1 and ZSK1 (friendly names) and is
# replaced at each step; KSK2 is made; OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as
# long as it takes. Should it be interrupted, go on by typing the command that comes after the wait;
# rollover-ksk-double-signature.sh does the same and goes on by itself. --help lists the variables.
#
# The guide lacks a wait: the DS record of KSK2 must not be at the parent before every cache has the key set with
# KSK2 (RFC 7583 section 3.3.1). This script waits for that, between steps 3 and 4, and adds to the guide's
# wait, the TTL of the DS records, the time that the parent's zone needs to reach all of its servers.
set -eu
. "${0%/*}/lib/dnscmd.sh"

expect_arguments "0 5" "$@"
begin_guide ksk-double-signature "$@"

say "Step 2: generate the new key, KSK2."
genkey "$ksk2" /Flags KSK

say "Step 3: sign with KSK1 and KSK2 in addition to ZSK1."
signzone signkey "$ksk1" signkey "$ksk2" signkey "$zsk1"
publish both-sign

wait_for $((propagation + dnskey_ttl)) \
  "$propagation s until all servers have the zone, $dnskey_ttl s until no cache has keys without KSK2"

say "Step 4: of the records in dsset-$zone, which has those of both keys, the one of KSK2 goes to the parent."
run "$offlinesign" dsset --zone "$zone" --key "$ksk2" --format dsset --quiet --output "ds-of-ksk2-$zone"
parent_publishes ds-replaced "ds-of-ksk2-$zone"

wait_for $((parent_propagation + ds_ttl)) \
  "$parent_propagation s until all servers of the parent have it, $ds_ttl s until no cache has the DS record of KSK1"

say "Step 6: sign with KSK2 and ZSK1. KSK1 leaves the zone."
signzone signkey "$ksk2" signkey "$zsk1"
publish ksk1-removed
verify_result
done_with "KSK2 ($ksk2) has replaced KSK1 ($ksk1), which /DeleteKey may delete now."
