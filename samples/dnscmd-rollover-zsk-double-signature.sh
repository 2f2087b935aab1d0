#!/bin/sh
# Replaces a zone-signing key as the deployment guide of Windows Server 2008 R2 does it by double signatures, in
# the spelling of dnscmd: for a while every record set has signatures by both keys.
#
#   dnscmd-rollover-zsk-double-signature.sh
#   dnscmd-rollover-zsk-double-signature.sh ZONE SIGNED-FILE KSK1 ZSK1 ZSK2
#
# With arguments: SIGNED-FILE, which the name servers load, is signed with KSK1 and ZSK1 (friendly names) and is
# replaced at each step; ZSK2 is made. The script waits for as long as it takes. Should it be interrupted, go on by
# typing the command that comes after the wait; rollover-zsk-double-signature.sh does the same and goes on by
# itself. --help lists the variables of the environment.
#
# To the guide's wait, the largest TTL in the zone, this script adds the time that the zone needs to reach all
# servers (RFC 7583 section 3.2.2).
set -eu
. "${0%/*}/lib/dnscmd.sh"

expect_arguments "0 5" "$@"
begin_guide zsk-double-signature "$@"

say "Step 1: generate the new key, ZSK2."
genkey "$zsk2"

say "Step 3: sign with ZSK1 and ZSK2 in addition to KSK1: two sets of signatures."
signzone signkey "$ksk1" signkey "$zsk1" signkey "$zsk2"
publish both-sign

wait_for $((propagation + max_zone_ttl)) \
  "$propagation s until all servers have the zone, $max_zone_ttl s until no cache has a record set with one signature"

say "Step 5: sign with KSK1 and ZSK2. ZSK1 and its signatures leave the zone."
signzone signkey "$ksk1" signkey "$zsk2"
publish zsk1-removed
verify_result
done_with "ZSK2 ($zsk2) has replaced ZSK1 ($zsk1), which /DeleteKey may delete now."
