# What the samples for rollovers share besides lib/common.sh: they let `offlinesign rollover` say what comes next
# and when, wait until then, have it done, and see to it that it is published.
#
# The zone's keys take the parts that their timing in the key store gives them. The state of the rollover is kept in
# the key store too: run the same line again after an interruption, and it goes on from where it was. A scheduler
# can do without the script: `offlinesign rollover next`, run once an hour, does what is due and refuses before.
#
# Besides those of lib/common.sh:
#
#   OFFLINESIGN_HOLD_DOWN           for how long resolvers watch a new trust anchor before they take it: 30d unless set

. "${0%/*}/lib/common.sh"
libraries="rollover common"

# Sets up the zone of a demonstration with a KSK and a ZSK, or takes ZONE ZONE-FILE SIGNED-FILE.
begin_rollover() { # {with|without} a step at the parent [ZONE ZONE-FILE SIGNED-FILE]
  steps_at_parent=$1
  shift
  begin "$@"
  if [ "$parent" = real ]; then
    find_real_parent
  else
    say "A zone that is signed, and whose parent has the DS record of its KSK."
    make_key KSK
    make_key ZSK
    sign_by_timing "$input"
    cp -- "dsset-$zone" "$parent_ds"
    publish signed
  fi
  show_parent
}

find_real_parent() {
  [ -r "$signed" ] || fail "$signed is not there: a rollover starts from the zone that is signed and loaded"
  [ "$steps_at_parent" = without ] || need_parent_ds_command
  if [ -n "${OFFLINESIGN_PARENT_DS_COMMAND-}" ]; then
    ask_parent || fail "OFFLINESIGN_PARENT_DS_COMMAND failed: $OFFLINESIGN_PARENT_DS_COMMAND"
    [ "$steps_at_parent" = without ] || [ -n "$(ds_records "$parent_ds")" ] ||
      fail "the parent has no DS records of $zone; for such a zone use offlinesign rollover itself"
  else
    # No KSK changes, and so what leads to the KSKs stays.
    "$offlinesign" dsset --zone "$zone" --format dsset --quiet --output "$parent_ds"
  fi
}

make_key() { # KSK|ZSK
  run "$offlinesign" genkey --zone "$zone" --alg "$algorithm" --flags "$1" --friendlyname "$1-$zone"
}

# Signs a file with the keys as they are used now.
sign_by_timing() { # FILE [OPTION...]
  source=$1
  shift
  at_present
  # shellcheck disable=SC2086 # several options
  run "$offlinesign" signzone --smart --zone "$zone" --input "$source" --output "$signed.new" "$@" \
    $now_option ${OFFLINESIGN_SIGNZONE_OPTIONS-}
  run mv -- "$signed.new" "$signed"
}

# Sets now_option to what tells a command that the clock is pretended; to nothing if it is not.
at_present() {
  now_option=
  if [ "$clock" = pretended ]; then
    now_option="--now $(utc "$present")"
  fi
}

# Runs one of the commands for rollovers, with the waits that are known.
rollover() { # {plan|next|status} [OPTION...]
  command=$1
  shift
  at_present
  set -- --zone "$zone" --parent-propagation "${parent_propagation}s" --ds-ttl "${ds_ttl}s" "$@"
  [ -z "${OFFLINESIGN_PROPAGATION-}" ] || set -- "$@" --propagation "$(seconds "$OFFLINESIGN_PROPAGATION")s"
  [ -z "${reason-}" ] || [ "$command" != next ] || set -- "$@" --force "$reason"
  [ -z "${OFFLINESIGN_HOLD_DOWN-}" ] || set -- "$@" --hold-down "$(seconds "$OFFLINESIGN_HOLD_DOWN")s"
  # shellcheck disable=SC2086 # two words or none
  "${runner:-run}" "$offlinesign" rollover "$command" "$@" $now_option
}

# Sets parent_answer to a file with what a server of the parent would answer now. Without DS records that is the
# delegation, as an empty file might as well be a question that went wrong.
show_parent() {
  parent_answer=$parent_ds
  if [ "$parent" = simulated ] && [ ! -s "$parent_ds" ]; then
    parent_answer=parent-answer-$zone
    echo "$zone. 3600 IN NS ns.$zone." >"$parent_answer"
  fi
}

# The same without a word on what is run.
quietly() {
  "$@"
}

# Reads what comes next from a plan or status in JSON: number, kind (sign, parent or unsign) and time of the step.
next_step() { # METHOD
  awk -v method="$1" '
    { gsub(/[",]/, "") }
    $1 == "method" { mine = $3 == method }
    $1 == "number" { number = $3 }
    $1 == "kind" { kind = $3 }
    $1 == "state" { next_one = $3 == "next" }
    $1 == "notBefore" && mine && next_one { print number, kind, $3; exit }'
}

# Seconds since 1970 of 2026-12-03T14:00:00Z; the second form is that of the BSDs and of macOS.
epoch() {
  date -u -d "$1" +%s 2>/dev/null || date -u -j -f %Y-%m-%dT%H:%M:%SZ "$1" +%s
}

# Does all steps of a rollover that are left. Each NAME is what the hook is told when that step is done.
roll() { # METHOD "NAME NAME..." [OPTION...]
  method=$1
  names=$2
  shift 2
  set -- "$method" --input "$input" --output "$signed" --parent-ds "$parent_answer" "$@"
  rollover plan "$@"
  step=$(runner=quietly rollover plan "$@" --json | next_step "$method")
  shift 7
  number=0 lag=0
  while [ -n "$step" ]; do
    # shellcheck disable=SC2086 # three words
    do_next $step "$@"
    set --
    step=$(runner=quietly rollover status --json | next_step "$method")
  done
  # shellcheck disable=SC2086 # several words
  set -- $names
  [ "$number" -eq $# ] || fail "$method ended after $number of $# steps"
}

# Waits until a step is due, does it, and has it published.
do_next() { # NUMBER KIND TIME [OPTION...]
  number=$1 kind=$2 due=$(epoch "$3")
  shift 3
  # shellcheck disable=SC2086 # one of several words
  name=$(nth "$number" $names)
  [ -n "${reason-}" ] || wait_until $((due + lag)) "step $number of $method is due"
  lag=0
  if [ "$kind" = parent ]; then
    do_parent_step "$name" "$@"
  else
    do_zone_step "$name" "$kind" "$@"
  fi
}

# Does all steps of a rollover without a wait; the log beside the key store keeps the reason.
roll_at_once() { # REASON METHOD "NAME NAME..." [OPTION...]
  reason=$1
  shift
  roll "$@"
}

nth() { # NUMBER WORD...
  shift "$1"
  printf '%s\n' "$1"
}

do_zone_step() { # NAME KIND [OPTION...]
  name=$1
  source=$input
  if [ "$2" = unsign ]; then
    raise_serial "$signed" >"$signed.source"
    source=$signed.source
  fi
  shift 2
  signed_at=$(now)
  # shellcheck disable=SC2086 # several options
  rollover next --method "$method" --input "$source" --output "$signed" --parent-ds "$parent_answer" "$@" \
    ${OFFLINESIGN_SIGNZONE_OPTIONS-}
  publish "$name"
  # The next wait is reckoned from when the zone was signed, but begins when it is published.
  lag=$(($(now) - signed_at))
}

# What the parent is to have is in the dsset- file, once next has made the key that may be missing.
do_parent_step() { # NAME [OPTION...]
  name=$1
  shift
  if [ -n "${reason-}" ]; then
    new_entry_points >"dsset-$zone"
  else
    rollover next --method "$method" --input "$input" --output "$signed" "$@"
  fi
  [ -e "dsset-$zone" ] || : >"dsset-$zone"
  parent_publishes "$name" "dsset-$zone"
  show_parent
  rollover next --method "$method" --input "$input" --output "$signed" --parent-ds "$parent_answer" "$@"
}

# Prints the DS records of the KSKs in use that the parent has none of. (A forced step asks the parent for nothing: it
# takes for done what is not.)
new_entry_points() {
  "$offlinesign" dsset --zone "$zone" --format dsset --quiet >"ds-of-all-$zone"
  ds_records "$parent_ds" >"ds-known-$zone"
  while read -r record; do
    printf '%s\n' "$record" >"ds-one-$zone"
    ds_records "ds-one-$zone" | grep -qxFf "ds-known-$zone" || printf '%s\n' "$record"
  done <"ds-of-all-$zone"
}

# Waits in parts where the wait is long, because signatures run out meanwhile.
wait_until() { # EPOCH REASON
  while [ $(($1 - $(now))) -gt $sign_again_after ]; do
    wait_for $sign_again_after "half of the time that signatures are valid is over"
    sign_by_timing "$signed" --ds nochange
    publish signed-again
  done
  [ "$(now)" -ge "$1" ] || wait_for $(($1 - $(now))) "$2"
}

# Half of the 30 days for which signzone makes signatures.
sign_again_after=1296000

# Prints a signed zone file with a serial number that is higher by one.
raise_serial() { # FILE
  awk -F '\t' 'BEGIN { OFS = "\t" }
    $4 == "SOA" { split($5, field, " "); sub(" " field[3] " ", " " (field[3] + 1) % 4294967296 " ", $5) }
    { print }' "$1"
}

# Sets choice to keep or break, from the first argument of an emergency.
take_choice() {
  choice=${1:-break}
  case $choice in
    keep | break) ;;
    *)
      echo "${0##*/}: error: '$choice' is no choice: 'keep' the chain of trust intact, or 'break' it" >&2
      exit 2
      ;;
  esac
}

# Says when it is over: each number is for how long some of the old records may be in caches.
tell_until() { # SECONDS...
  longest=0
  for length in "$@"; do
    [ "$length" -le "$longest" ] || longest=$length
  done
  say "Resolvers may fail for the zone until $(utc $(($(now) + longest))). Then no cache has the old records any more."
}

verify_rollover() {
  verify_result
  at_present
  # shellcheck disable=SC2086 # two words or none
  run "$offlinesign" listkeys --zone "$zone" $now_option
}
