#!/bin/sh
# Moves a zone that BIND signed to offlinesign, with its keys: takes in the folder of keys with all their times, signs
# with the same keys, and proves that the parent need not notice and that nothing else has changed.
#
#   move-from-bind.sh
#   move-from-bind.sh ZONE ZONE-FILE SIGNED-FILE KEY-FOLDER BIND-SIGNED-FILE
#
# With arguments: KEY-FOLDER has the K*.key and K*.private files, BIND-SIGNED-FILE is what dnssec-signzone made (for
# inline signing, what `named-compilezone -f raw -F text` makes of FILE.signed). SIGNED-FILE is written anew, and nothing
# else is changed: until you load it, BIND goes on. OFFLINESIGN_PARENT_DS_COMMAND, if it is set, asks the parent which DS
# records it has; without it they are taken to be those of the keys of BIND. --help lists the variables of the environment.
#
# Where dnssec-keygen and dnssec-signzone are not installed, the demonstration takes offlinesign for BIND, with a key
# store of its own and keys in the form of BIND.
set -eu
. "${0%/*}/lib/common.sh"

# What somebody has who signs with BIND: a KSK, a ZSK, one more ZSK that is to follow it, and a signed zone.
sign_with_bind() {
  mkdir "$keys"
  dnssec-keygen -q -K "$keys" -a "$algorithm" -P -30d -A -30d -f KSK "$zone" >/dev/null
  dnssec-keygen -q -K "$keys" -a "$algorithm" -P -30d -A -30d -I +40d -D +50d "$zone" >/dev/null
  dnssec-keygen -q -K "$keys" -a "$algorithm" -P +30d -A +40d "$zone" >/dev/null
  run dnssec-signzone -Q -S -K "$keys" -o "$zone" -d . -f "$bind_signed" "$input"
}

sign_without_bind() {
  bind_store=$folder/bind.p12
  for role in KSK ZSK; do
    "$offlinesign" genkey --keystore "$bind_store" --zone "$zone" --alg "$algorithm" --flags $role --friendlyname $role \
      --publish -30d --activate -30d
  done
  "$offlinesign" exportkey --keystore "$bind_store" KSK ZSK --format bind --output "$keys"
  "$offlinesign" signzone --keystore "$bind_store" --smart --zone "$zone" --input "$input" --output "$bind_signed"
}

expect_arguments "0 5" "$@"
if [ $# -eq 0 ]; then
  begin
  keys=bind-keys bind_signed=$zone.bind-signed
  say "A zone that BIND signs."
  if command -v dnssec-keygen >/dev/null && command -v dnssec-signzone >/dev/null; then
    sign_with_bind
  else
    sign_without_bind
  fi
else
  begin "$1" "$2" "$3"
  keys=$4 bind_signed=$5
fi

say "Take all keys of the folder into the key store. Their times come along."
run "$offlinesign" importkey "$keys"
run "$offlinesign" listkeys --zone "$zone"

say "What the line of BIND is called here:"
run "$offlinesign" explain -- dnssec-signzone -S -K "$keys" -o "$zone" -f "$signed" "$input"

say "The DS records of the keys of BIND, which the parent is to have:"
ds_of_bind=ds-of-bind-$zone
run "$offlinesign" dsset --zone "$zone" --from "$bind_signed" --format dsset --quiet --output "$ds_of_bind"
cat -- "$ds_of_bind"
if [ "$parent" = real ] && [ -n "${OFFLINESIGN_PARENT_DS_COMMAND-}" ]; then
  ask_parent || fail "OFFLINESIGN_PARENT_DS_COMMAND failed: $OFFLINESIGN_PARENT_DS_COMMAND"
else
  cp -- "$ds_of_bind" "$parent_ds"
fi

say "Sign with the same keys, on top of what is out, and only if the parent's DS records lead in."
# shellcheck disable=SC2086 # several options
run "$offlinesign" signzone --smart --zone "$zone" --input "$input" --output "$signed" \
  --previous "$bind_signed" --parent-ds "$parent_ds" --ds nochange ${OFFLINESIGN_SIGNZONE_OPTIONS-}

say "The DS records have to be those of before, and apart from DNSSEC the zone as well."
[ "$(ds_records "dsset-$zone")" = "$(ds_records "$ds_of_bind")" ] ||
  fail "dsset-$zone has other DS records than $ds_of_bind: a KSK is not in $keys, or its times say that it is not in use"
run "$offlinesign" comparezones --zone "$zone" "$bind_signed" "$signed"
verify_result
call_hook moved "$zone" "$signed" "$parent_ds"

say "Load $signed instead of the file of BIND, with dnssec-policy and auto-dnssec taken out of named.conf." \
  "Sign again with the signzone line above; new keys come by offlinesign rollover."
done_with "$zone is signed by offlinesign, with the keys of BIND."
