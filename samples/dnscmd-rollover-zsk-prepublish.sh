#!/bin/sh
# Replaces a zone-signing key as the deployment guide of Windows Server 2008 R2 does it by pre-publishing, in
# the spelling of dnscmd: the new key is in the zone before it signs, the old one stays after it has ceased to.
#
#   dnscmd-rollover-zsk-prepublish.sh
#   dnscmd-rollover-zsk-prepublish.sh ZONE SIGNED-FILE KSK1 ZSK1 ZSK2
#
# With arguments: SIGNED-FILE, which the name servers load, is signed with KSK1 and ZSK1 (friendly names) and is
# replaced at each step; ZSK2 is made. The script waits for as long as it takes. Should it be interrupted, go on by
# typing the command that comes after the wait; rollover-zsk-prepublish.sh does the same and goes on by itself.
# --help lists the variables of the environment.
#
# The guide has one wait wrong by a little: after step 3 it waits for the largest TTL in the zone, while the
# key set's TTL is enough, and in both waits it leaves out the time that the zone needs to reach all servers
# (RFC 7583 section 3.2.1). This script takes the larger of each.
set -eu
. "${0%/*}/lib/dnscmd.sh"

expect_arguments "0 5" "$@"
begin_guide zsk-prepublish "$@"

say "Step 1: generate the new key, ZSK2."
genkey "$zsk2"

say "Step 3: add ZSK2 to the zone. It signs nothing yet."
signzone signkey "$ksk1" signkey "$zsk1" addkey "$zsk2"
publish zsk2-published

wait_for $((propagation + max_zone_ttl)) \
  "$propagation s until all servers have the zone, $max_zone_ttl s until no cache has keys without ZSK2"

say "Step 5: sign with ZSK2. ZSK1 stays in the zone, for signatures that are in caches."
signzone signkey "$ksk1" signkey "$zsk2" addkey "$zsk1"
publish zsk2-signs

wait_for $((propagation + max_zone_ttl)) \
  "$propagation s until all servers have the zone, $max_zone_ttl s until no cache has signatures by ZSK1"

say "Step 7: sign with KSK1 and ZSK2. ZSK1 leaves the zone."
signzone signkey "$ksk1" signkey "$zsk2"
publish zsk1-removed
verify_result
done_with "ZSK2 ($zsk2) has replaced ZSK1 ($zsk1), which /DeleteKey may delete now."
