#!/bin/sh
# Replaces the key-signing key by pre-publishing its DS record, also called double-DS (RFC 7583 section 3.3.2): the
# parent has DS records of both keys while the zone changes from one key to the other. The key set never grows, but the
# parent has to act twice, and to take a DS record of a key that is not in the zone yet; some registries refuse that.
#
#   rollover-ksk-prepublish.sh
#   rollover-ksk-prepublish.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as long
# as it takes; after an interruption the same line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover with "$@"
roll ksk-prepublish "ds-added ksk2-signs ds-removed"
verify_rollover
done_with "the zone has a new KSK. The old one can be deleted from the key store."
