#!/bin/sh
# Changes the algorithm of all keys of a zone, in the conservative way of RFC 6781 section 4.1.4: signatures by the new
# algorithm are in the zone before its keys are, and those by the old one stay until its keys are forgotten, because
# some validators want to see every algorithm of the key set, or of the DS records, on every record set.
#
#   rollover-algorithm.sh
#   rollover-algorithm.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as long
# as it takes; after an interruption the same line goes on. --help lists the variables of the environment.
#
#   OFFLINESIGN_NEW_ALG             the new algorithm: ed25519 unless set
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover with "$@"
roll algorithm "signatures-added keys-added ds-replaced keys-removed signatures-removed" \
  --alg "${OFFLINESIGN_NEW_ALG:-ed25519}"
verify_rollover
done_with "the zone has keys of a new algorithm. The old ones can be deleted from the key store."
