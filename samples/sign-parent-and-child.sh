#!/bin/sh
# Signs a child zone and its parent so that the parent's DS records lead into the child: keys for both, the child
# first, then the parent with the child's dsset- file, and a check of the whole chain.
#
#   sign-parent-and-child.sh
#   sign-parent-and-child.sh PARENT PARENT-FILE CHILD CHILD-FILE
#
# With arguments: the zones' names and unsigned files. The signed files appear beside your shell, as PARENT.signed
# and CHILD.signed with the dsset- and keyset- files of both. Keys named KSK-PARENT, ZSK-PARENT, KSK-CHILD and
# ZSK-CHILD are made; do it once, and for signing again use signzone. --help lists the variables of the environment.
#
# The order is what matters. The child is signed and on all of its servers before the parent has a DS record for
# it: from the moment the DS record is seen, resolvers refuse answers of the child without signatures.
set -eu
. "${0%/*}/lib/common.sh"

# The demonstration's child; its parent, example.com, delegates it in testzones/example.com.zone.
write_child() {
  cat <<'END'
$ORIGIN research.example.com.
$TTL 1h
@    IN SOA  ns hostmaster.example.com. ( 2026030101 3h 1h 1w 10m )
     IN NS   ns
     IN NS   ns2.example.com.
     IN MX   10 mail.example.com.
ns   IN A    203.0.113.53
www  IN A    203.0.113.80
END
}

make_keys() { # ZONE
  run "$offlinesign" genkey --zone "$1" --alg "$algorithm" --flags KSK --friendlyname "KSK-$1"
  run "$offlinesign" genkey --zone "$1" --alg "$algorithm" --friendlyname "ZSK-$1"
}

sign() { # ZONE FILE
  # shellcheck disable=SC2086 # several options
  run "$offlinesign" signzone --input "$2" --output "$1.signed" --zone "$1" \
    --signkey "KSK-$1" --signkey "ZSK-$1" --keysetdir . ${OFFLINESIGN_SIGNZONE_OPTIONS-}
}

expect_arguments "0 4" "$@"
if [ $# -eq 0 ]; then
  begin
  parent_zone=$zone parent_file=$input
  child_zone=research.$zone child_file=research.$zone.zone
  write_child | sed "s/example\.com\./$zone./" >"$child_file"
else
  begin "$1" "$2" "$1.signed"
  parent_zone=$zone parent_file=$input
  child_zone=${3%.} child_file=$4
fi

say "Sign the child, $child_zone."
make_keys "$child_zone"
sign "$child_zone" "$child_file"
parent_ds=parent-dsset-$child_zone
: >"$parent_ds"
call_hook child-signed "$child_zone" "$child_zone.signed" "$parent_ds"

say "Load $child_zone.signed into all servers of $child_zone. Only then comes the parent's turn."
wait_for $(($(propagation "$child_zone.signed") + $(largest_ttl "$child_zone.signed"))) \
  "until all servers of $child_zone have the signed zone and no cache has records without signatures"

say "Sign the parent, $parent_zone. The DS records of $child_zone come from dsset-$child_zone."
make_keys "$parent_zone"
sign "$parent_zone" "$parent_file"
run "$offlinesign" verifyzone --zone "$parent_zone" --trust-anchor "dsset-$parent_zone" "$parent_zone.signed"
call_hook parent-signed "$parent_zone" "$parent_zone.signed" "dsset-$parent_zone"

say "What is in the parent's zone now has to lead into the child."
run "$offlinesign" dsset --zone "$child_zone" --from "$parent_zone.signed" --format dsset --quiet --output "$parent_ds"
cat -- "$parent_ds"
run "$offlinesign" verifyzone --zone "$child_zone" --trust-anchor "$parent_ds" "$child_zone.signed"

say "Give dsset-$parent_zone to the owner of the zone above $parent_zone when all of its servers have the signed zone."
done_with "$child_zone and $parent_zone are signed."
