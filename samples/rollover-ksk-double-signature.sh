#!/bin/sh
# Replaces the key-signing key by double signatures (RFC 7583 section 3.3.1, RFC 6781 section 4.1.2): both keys sign the
# key set while the parent's DS record changes from one to the other. The parent has to act once.
#
#   rollover-ksk-double-signature.sh
#   rollover-ksk-double-signature.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as long
# as it takes; after an interruption the same line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover with "$@"
roll ksk-double-signature "both-sign ds-replaced ksk1-removed"
verify_rollover
done_with "the zone has a new KSK. The old one can be deleted from the key store."
