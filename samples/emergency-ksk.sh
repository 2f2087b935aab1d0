#!/bin/sh
# The private key of the KSK is stolen, or may be: replaces it now. Whoever has the key can sign a false key set, and
# with that everything, which all resolvers take that get at it, as long as the parent's DS record leads to the key.
#
# The choice of RFC 6781 section 4.2.1:
#
#   keep    the chain stays intact; nobody fails. Both keys sign the key set, the parent changes its DS record when
#           the new key is known everywhere, and the stolen one leaves when no cache has the old DS record. Until
#           then the thief's key sets are good. Have the signatures of keys end soon after that, so that what he has
#           recorded is worth nothing: OFFLINESIGN_SIGNZONE_OPTIONS='--dnskey-end +3d', if the waits allow it.
#   break   the parent changes its DS record at once, and then the stolen key leaves at once. Resolvers that have the
#           old DS records or the old key set in their cache answer SERVFAIL for the zone, until the propagation times
#           and these TTLs are over. Whoever has the new DS record refuses what the thief signs.
#
# A third way is to have the parent remove its DS records (go-insecure.sh), and to sign anew with new keys when they are
# out of all caches: nobody fails, and nobody is protected meanwhile. If resolvers have the KSK as a trust anchor, tell
# their owners over another channel; rollover-revoke-rfc5011.sh has to do with that (RFC 6781 section 4.2.3).
# Without an argument the demonstration breaks the chain.
#
#   emergency-ksk.sh
#   emergency-ksk.sh keep|break
#   emergency-ksk.sh keep|break ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as long
# as it takes; after an interruption the same line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 1 4" "$@"
take_choice "$@"
[ $# -eq 0 ] || shift
begin_rollover with "$@"

if [ "$choice" = keep ]; then
  say "Keep the chain intact: nobody fails; the stolen key is good until the old DS record is in no cache."
  roll ksk-double-signature "both-sign ds-replaced ksk1-removed"
else
  say "Break the chain: resolvers that have old DS records or keys fail until these expire; the stolen key is out."
  roll_at_once "the KSK is compromised" ksk-double-signature "both-sign ds-replaced ksk1-removed"
  tell_until $((parent_propagation + ds_ttl)) $(($(propagation "$signed") + $(largest_ttl "$signed" DNSKEY)))
fi
verify_rollover
done_with "the zone has a new KSK. Delete the stolen one: it must never sign again."
