#!/bin/sh
# Replaces the zone-signing key by pre-publishing (RFC 7583 section 3.2.1, RFC 6781 section 4.1.1.1): the new key is in
# the zone before it signs, and the old one stays after it has ceased to. The zone does not grow by a second set of
# signatures.
#
#   rollover-zsk-prepublish.sh
#   rollover-zsk-prepublish.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. The script waits for as long as it takes; after an interruption the same
# line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover without "$@"
roll zsk-prepublish "zsk2-published zsk2-signs zsk1-removed"
verify_rollover
done_with "the zone has a new ZSK. The old one can be deleted from the key store."
