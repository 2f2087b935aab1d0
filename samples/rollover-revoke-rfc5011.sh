#!/bin/sh
# Replaces a key-signing key that resolvers may have as a trust anchor (RFC 5011, RFC 7583 section 3.3.4): the new key
# is in the zone for longer than the hold-down time of 30 days, so that resolvers take it for an anchor too; then the
# old key says itself that it is revoked, and resolvers drop it. The DS record at the parent changes in between.
#
#   rollover-revoke-rfc5011.sh
#   rollover-revoke-rfc5011.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as long
# as it takes; after an interruption the same line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover with "$@"
roll revoke-rfc5011 "both-sign ds-replaced ksk1-revoked ksk1-removed"
verify_rollover
done_with "the zone has a new KSK, and resolvers that follow RFC 5011 trust it. The old one must not be used again."
