#!/bin/sh
# The private key of the KSK is lost, and nobody else has it. The zone stays valid as long as the last signature of the
# lost key over the zone's keys does; until then the parent has to lead to a new KSK.
#
#   emergency-lost-ksk.sh
#   emergency-lost-ksk.sh ZONE SIGNED-FILE ZSK1 KSK2
#
# With arguments: SIGNED-FILE, which the name servers load, has the lost key, KSK1, and its signature, and is replaced
# at each step; ZSK1 (a friendly name) signs the zone; KSK2 is made; OFFLINESIGN_PARENT_DS_COMMAND has to ask the
# parent. --help lists the variables of the environment.
#
# The way is the one of a double-DS rollover (RFC 7583 section 3.3.2), the only one for which KSK1 need not sign again:
# the parent has the DS records of both keys before the zone's keys change. Until that is so everywhere, no key of the
# zone may change, not even a ZSK: nothing could sign the new key set. What signs the rest, ZSK1, goes on doing so
# (--keep-until and --dnskey nochange leave the keys and the signature of KSK1 as they are).
#
# Who fails until when: nobody, if the parent acts in time. If KSK1's signature ends before the parent's new DS records
# are in every cache, all resolvers that validate answer SERVFAIL from its end on. The script says so before it begins.
# The choice of RFC 6781 section 4.2 is then to break the chain in the milder way: have the parent remove its DS records
# in time, so that the zone is taken for unsigned (go-insecure.sh), and begin anew (RFC 6781 section 4.2.1.2).
set -eu
. "${0%/*}/lib/common.sh"

# Signs the rest of the zone again; the keys, and what KSK1 signed, stay.
sign_without_ksk() {
  # shellcheck disable=SC2086 # several options
  run "$offlinesign" signzone --input "$signed" --output "$signed.new" --zone "$zone" --signkey "$zsk1" \
    --dnskey nochange --ds nochange --keep-until "$1" --genkeyset none ${OFFLINESIGN_SIGNZONE_OPTIONS-}
  run mv -- "$signed.new" "$signed"
}

expect_arguments "0 4" "$@"
if [ $# -eq 0 ]; then
  begin
  ksk1=KSK1-$zone zsk1=ZSK1-$zone ksk2=KSK2-$zone
  say "A zone whose KSK is lost a day after it has signed."
  run "$offlinesign" genkey --zone "$zone" --alg "$algorithm" --flags KSK --friendlyname "$ksk1"
  run "$offlinesign" genkey --zone "$zone" --alg "$algorithm" --friendlyname "$zsk1"
  # shellcheck disable=SC2086 # several options
  run "$offlinesign" signzone --input "$input" --output "$signed" --zone "$zone" --signkey "$ksk1" --signkey "$zsk1" \
    --start -1d --end +29d ${OFFLINESIGN_SIGNZONE_OPTIONS-}
  run mv -- "dsset-$zone" "$parent_ds"
  run "$offlinesign" deletekey --force "$ksk1"
  publish signed
else
  begin "$1" "$2" "$2"
  zsk1=$3 ksk2=$4
  need_parent_ds_command
  ask_parent
fi
cp -- "$parent_ds" "ds-of-ksk1-$zone"

propagation=$(propagation "$signed")
dnskey_ttl=$(largest_ttl "$signed" DNSKEY)
needed=$((parent_propagation + ds_ttl))

say "Sign the rest of the zone again where it is due; the keys and the signature of KSK1 stay."
sign_without_ksk "${needed}s"

say "Is there time? KSK1's signature has to last for $needed s after the parent has acted. This refuses if it does not."
run "$offlinesign" verifyzone --zone "$zone" --trust-anchor "$parent_ds" --until "+${needed}s" "$signed"
publish ksk1-signature-kept

say "Make KSK2. Its DS record goes to the parent beside that of KSK1; in the zone it is not yet."
run "$offlinesign" genkey --zone "$zone" --alg "$algorithm" --flags KSK --friendlyname "$ksk2"
run "$offlinesign" dsset --zone "$zone" --key "$ksk2" --format dsset --quiet --output "ds-of-ksk2-$zone"
cat -- "ds-of-ksk1-$zone" "ds-of-ksk2-$zone" >"ds-of-both-$zone"
parent_publishes ds-added "ds-of-both-$zone"

wait_for "$needed" "$parent_propagation s until all servers of the parent have it, $ds_ttl s until all caches do"

say "Now KSK2 takes the place of KSK1."
# shellcheck disable=SC2086 # several options
run "$offlinesign" signzone --input "$signed" --output "$signed.new" --zone "$zone" \
  --signkey "$ksk2" --signkey "$zsk1" --ds nochange ${OFFLINESIGN_SIGNZONE_OPTIONS-}
run mv -- "$signed.new" "$signed"
publish ksk2-signs

wait_for $((propagation + dnskey_ttl)) \
  "$propagation s until all servers have the zone, $dnskey_ttl s until no cache has the key set of KSK1"

say "The DS record of KSK1 is of no use any more."
parent_publishes ds-removed "ds-of-ksk2-$zone"
verify_result
done_with "KSK2 ($ksk2) has replaced the lost key. Keep a copy of the key store this time."
