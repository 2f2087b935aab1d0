#!/bin/sh
# Ends the signing of a zone (RFC 8078 section 4): first the parent removes all DS records, then, when no cache has
# them any more, the zone is published without signatures. The other way round no resolver that validates could resolve
# it.
#
#   go-insecure.sh
#   go-insecure.sh ZONE ZONE-FILE SIGNED-FILE
#
# With arguments: ZONE-FILE is signed into SIGNED-FILE, which the name servers load, at each step, with the keys in
# the key store as their timing says. OFFLINESIGN_PARENT_DS_COMMAND has to ask the parent. The script waits for as long
# as it takes; after an interruption the same line goes on. --help lists the variables of the environment.
set -eu
. "${0%/*}/lib/rollover.sh"

expect_arguments "0 3" "$@"
begin_rollover with "$@"
roll go-insecure "ds-removed unsigned"

say "Nothing but DNSSEC has left the zone."
run "$offlinesign" comparezones --zone "$zone" "$signed.source" "$signed"
run "$offlinesign" checkzone --zone "$zone" "$signed"
done_with "$zone is not signed any more. The serial number of your zone file has to be above that of $signed."
