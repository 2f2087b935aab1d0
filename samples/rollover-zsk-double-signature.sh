#!/bin/sh
# Replaces the zone-signing key by double signatures (RFC 7583 section 3.2.2, RFC 6781 section 4.1.1.2): for a while
# every record set has signatures by both keys. One wait less than by pre-publishing, and for that time a larger zone.
#
#   rollover-zsk-double-signature.sh
#   rollover-zsk-double-signature.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. The script waits for as long as it takes; after an interruption the same
# line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover without "$@"
roll zsk-double-signature "both-sign zsk1-removed"
verify_rollover
done_with "the zone has a new ZSK. The old one can be deleted from the key store."
