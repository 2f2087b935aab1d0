#!/bin/sh
# The signatures of a zone have run out, or are about to: makes new ones at once, with the keys that are there.
#
#   emergency-expired-signatures.sh
#   emergency-expired-signatures.sh ZONE SIGNED-FILE KSK ZSK
#
# With arguments: SIGNED-FILE, which the name servers load, is replaced by the same zone with new signatures by the two
# keys (friendly names). --help lists the variables of the environment.
#
# Who fails until when: every resolver that validates answers SERVFAIL for the zone, from the moment a signature
# has expired until the servers have new ones, and for up to five minutes more where it remembers the failure (RFC
# 9520 section 3.2). There is nothing to wait for: the expired signatures themselves are in no cache, as none keeps a
# record for longer than its signature lasts (RFC 4035 section 5.3.3). No key changes, and nothing is to be done at the
# parent. Until the zone is loaded everywhere, its secondary servers have to be watched: they serve expired signatures
# until they have fetched the new zone, so its serial number goes up.
#
# If the keys are not at hand, the chain can only be broken: have the parent remove the DS records, so that resolvers
# take the zone for unsigned when the TTL of the DS records has passed (go-insecure.sh).
set -eu
. "${0%/*}/lib/common.sh"

expect_arguments "0 4" "$@"
if [ $# -eq 0 ]; then
  begin
  ksk=KSK-$zone zsk=ZSK-$zone
  say "A zone whose signatures expired ten days ago."
  run "$offlinesign" genkey --zone "$zone" --alg "$algorithm" --flags KSK --friendlyname "$ksk"
  run "$offlinesign" genkey --zone "$zone" --alg "$algorithm" --friendlyname "$zsk"
  # shellcheck disable=SC2086 # several options
  run "$offlinesign" signzone --input "$input" --output "$signed" --zone "$zone" --signkey "$ksk" --signkey "$zsk" \
    --start -40d --end -10d ${OFFLINESIGN_SIGNZONE_OPTIONS-}
  cp -- "dsset-$zone" "$parent_ds"
  call_hook expired "$zone" "$signed" "$parent_ds"
else
  begin "$1" "$2" "$2"
  ksk=$3 zsk=$4
  "$offlinesign" dsset --zone "$zone" --key "$ksk" --format dsset --quiet --output "$parent_ds"
fi

say "What is wrong? It is $(utc "$(date +%s)") by this machine's clock; if that is not so, mend the clock first."
if run "$offlinesign" verifyzone --zone "$zone" --trust-anchor "$parent_ds" --max-findings 3 "$signed"; then
  echo "# Nothing is today. The new signatures are made all the same."
fi

say "Sign the zone anew, from the file that is loaded: its serial number goes up."
# shellcheck disable=SC2086 # several options
run "$offlinesign" signzone --input "$signed" --output "$signed.new" --zone "$zone" --signkey "$ksk" --signkey "$zsk" \
  --ds nochange ${OFFLINESIGN_SIGNZONE_OPTIONS-}
run mv -- "$signed.new" "$signed"
publish signed-anew

say "Is it valid, and for a week at least?"
run "$offlinesign" verifyzone --zone "$zone" --trust-anchor "$parent_ds" --until +7d "$signed"
done_with "the zone is signed anew. Let a scheduler sign it weekly, and watch it with verifyzone --until +7d."
