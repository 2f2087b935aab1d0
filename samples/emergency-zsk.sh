#!/bin/sh
# The private key of the ZSK is stolen, or may be: replaces it now. Whoever has the key can sign false answers, which
# all resolvers take that get at them, until the zone's key set without it is the only one that anybody can show.
#
# The choice of RFC 6781 section 4.2.2:
#
#   keep    the chain stays intact; nobody fails. Both keys sign, and the stolen one leaves when no cache needs it any
#           more: after the propagation time and the largest TTL. Until then the thief's signatures are good.
#   break   the stolen key leaves at once. Resolvers that have the old key set in their cache answer SERVFAIL for what
#           they ask anew, and those behind others for what is still in caches: until the propagation time and the
#           largest TTL are over. What a thief signs is refused by all who have seen the new key set.
#
# In both cases a thief can go on showing the old key set, which the KSK has signed, to resolvers that he can reach,
# until that signature expires; "sign again" does not take it back. So keep the signatures of keys short (signzone
# --dnskey-end), and if false answers do harm, replace the KSK too (emergency-ksk.sh), which ends that.
# Without an argument the demonstration breaks the chain.
#
#   emergency-zsk.sh
#   emergency-zsk.sh keep|break
#   emergency-zsk.sh keep|break ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. The script waits for as long as it takes; after an interruption the same
# line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 1 4" "$@"
take_choice "$@"
[ $# -eq 0 ] || shift
begin_rollover without "$@"

if [ "$choice" = keep ]; then
  say "Keep the chain intact: nobody fails; the stolen key stays for one wait."
  roll zsk-double-signature "both-sign zsk1-removed"
else
  say "Break the chain: resolvers that have the old key set fail until its TTL is over; the stolen key is out."
  roll_at_once "the ZSK is compromised" zsk-double-signature "both-sign zsk1-removed"
  tell_until $(($(propagation "$signed") + $(largest_ttl "$signed")))
fi
verify_rollover
done_with "the zone has a new ZSK. Delete the stolen one: it must never sign again."
