# What the samples share; each reads this file with the dot command. Called without an argument a sample is a
# demonstration: it makes keys in a scratch folder, signs a copy of testzones/example.com.zone, plays the
# parent's part too, and pretends that the time of its waits has passed. Called with arguments it works on
# your zone and your key store, and waits for as long as it takes.
#
# These variables of the environment change either. Times are such as 90, 90s, 5m, 3h, 2d, 1w.
#
#   OFFLINESIGN_SAMPLE_CLOCK        "pretended" moves the clock on, "real" waits
#   OFFLINESIGN_SAMPLE_ZONE, OFFLINESIGN_SAMPLE_ZONE_FILE
#                                   a demonstration signs a copy of this zone instead of example.com
#   OFFLINESIGN_SAMPLE_FOLDER       where the demonstration works; without it, a new folder under $TMPDIR or /tmp
#   OFFLINESIGN_SAMPLE_ALG          the algorithm of the keys that are made: ecdsap256sha256 unless set
#   OFFLINESIGN_SIGNZONE_OPTIONS    further options of each signzone line, with blanks between them: those that you
#                                   sign your zone with, such as '--nsec3 --jitter 3d'
#   OFFLINESIGN_PROPAGATION         how long it takes until all name servers of the zone have a new version:
#                                   the SOA record's refresh and retry times together unless set
#   OFFLINESIGN_PARENT_PROPAGATION  the same for the parent's servers: 1h unless set
#   OFFLINESIGN_DS_TTL              the TTL of the DS records at the parent: 1d unless set
#   OFFLINESIGN_PARENT_DS_COMMAND   prints the DS records that the parent serves now. A zone of your own with a step
#                                   at the parent needs it; ask a server of the parent itself, for the full TTL:
#                                   'dig +norec +noall +answer +authority DS example.com @a.gtld-servers.net'
#   OFFLINESIGN_STEP_HOOK           a program that is run as soon as something new is to be published, such as one that
#                                   loads the zone into the name servers:
#                                     PROGRAM STEP-NAME SIGNED-ZONE-FILE FILE-WITH-THE-DS-RECORDS-AT-THE-PARENT
#                                   The file is empty while the parent has none.
#                                   OFFLINESIGN_STEP_ZONE in its environment is the zone's name. If it fails, so does
#                                   the sample.
#
# Key store and password are those of every command: OFFLINESIGN_KEYSTORE, OFFLINESIGN_PASSWORD_FILE and so on.

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
offlinesign=$project/cli/target/dist/bin/offlinesign
dnscmd=$project/cli/target/dist/bin/dnscmd

# The files whose heads belong to the explanation of a sample.
libraries=common

fail() {
  echo "${0##*/}: error: $*" >&2
  exit 4
}

say() {
  printf '\n# %s\n' "$@"
}

# Prints the comment at the head of a file, without its first line if that is the shebang.
head_comment() {
  awk '/^#!/ { next } !/^#/ { exit } { sub(/^# ?/, ""); print }' "$1"
}

# Ends the sample, with its own explanation, unless the number of arguments is one of those that are named.
expect_arguments() { # "COUNT COUNT..." ARGUMENTS...
  counts=$1
  shift
  case ${1-} in
    -h | --help)
      head_comment "$0"
      for library in $libraries; do
        printf '\n'
        head_comment "$project/samples/lib/$library.sh"
      done
      exit 0
      ;;
  esac
  for count in $counts; do
    [ "$count" -ne $# ] || return 0
  done
  head_comment "$0" >&2
  exit 2
}

build() {
  [ ! -x "$offlinesign" ] || return 0
  echo "Building offlinesign; the first time takes a minute or two."
  command -v mvn >/dev/null || fail "Maven is not installed here; offlinesign is built with it"
  log=$(mktemp)
  (cd "$project" && mvn -q -B -DskipTests package) >"$log" 2>&1 || {
    cat "$log" >&2
    rm -f "$log"
    fail "the build failed"
  }
  rm -f "$log"
}

# Goes to the scratch folder of a demonstration, with a key store of its own, so that yours is left alone.
use_scratch_folder() {
  folder=${OFFLINESIGN_SAMPLE_FOLDER:-$(mktemp -d "${TMPDIR:-/tmp}/offlinesign-sample.XXXXXX")}
  mkdir -p "$folder"
  cd "$folder"
  folder=$(pwd)
  (
    umask 077
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >password
  )
  unset OFFLINESIGN_PASSWORD
  export OFFLINESIGN_KEYSTORE="$folder/keys.p12" OFFLINESIGN_PASSWORD_FILE="$folder/password"
}

absolute() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s/%s\n' "$(pwd)" "$1" ;;
  esac
}

# Sets zone, input, signed (the file to publish), parent_ds (the file with the DS records at the parent), parent
# ("simulated" or "real") and the clock, from no arguments or from three: ZONE ZONE-FILE SIGNED-FILE.
begin() {
  build
  if [ $# -eq 0 ]; then
    zone=${OFFLINESIGN_SAMPLE_ZONE:-example.com}
    zone=${zone%.}
    zone_file=$(absolute "${OFFLINESIGN_SAMPLE_ZONE_FILE:-$project/testzones/example.com.zone}")
    use_scratch_folder
    input=$zone.zone
    signed=$zone.signed
    cp -- "$zone_file" "$input"
    parent=simulated
    clock=${OFFLINESIGN_SAMPLE_CLOCK:-pretended}
  else
    zone=${1%.}
    input=$2
    signed=$3
    parent=real
    clock=${OFFLINESIGN_SAMPLE_CLOCK:-real}
  fi
  case $clock in
    pretended | real) ;;
    *) fail "OFFLINESIGN_SAMPLE_CLOCK is '$clock', but may be 'pretended' or 'real'" ;;
  esac
  parent_ds=parent-dsset-$zone
  present=$(date +%s)
  algorithm=${OFFLINESIGN_SAMPLE_ALG:-ecdsap256sha256}
  parent_propagation=$(seconds "${OFFLINESIGN_PARENT_PROPAGATION:-1h}")
  ds_ttl=$(seconds "${OFFLINESIGN_DS_TTL:-1d}")
}

# Runs a command and shows it as one would type it.
run() {
  printf '\n$ %s' "${1##*/}"
  (
    shift
    for word in "$@"; do
      case $word in
        '' | *[!A-Za-z0-9_./:,=+@%-]*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
      esac
    done
  )
  printf '\n'
  "$@"
}

seconds() {
  number=${1%[smhdw]}
  case $number in
    '' | *[!0-9]*) fail "'$1' is no time such as 90, 90s, 5m, 3h, 2d or 1w" ;;
  esac
  case $1 in
    *m) echo $((number * 60)) ;;
    *h) echo $((number * 3600)) ;;
    *d) echo $((number * 86400)) ;;
    *w) echo $((number * 604800)) ;;
    *) echo "$number" ;;
  esac
}

now() {
  if [ "$clock" = pretended ]; then
    echo "$present"
  else
    date +%s
  fi
}

# Seconds since 1970 as 2026-12-03T14:00:00Z; the second form is that of the BSDs and of macOS.
utc() {
  date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$1" +%Y-%m-%dT%H:%M:%SZ
}

wait_for() { # SECONDS REASON...
  length=$1
  shift
  say "Wait for $length s, until $(utc $(($(now) + length))): $*"
  if [ "$clock" = pretended ]; then
    present=$((present + length))
    echo "# (The clock is pretended to have moved on.)"
  else
    sleep "$length"
  fi
}

# The largest of the TTLs of a signed zone file as signzone writes it, or of the records of one type.
largest_ttl() { # FILE [TYPE]
  awk -F '\t' -v type="${2-}" '
    $2 ~ /^[0-9]+$/ && (type == "" || $4 == type) && $2 + 0 > largest { largest = $2 + 0 }
    END { print largest + 0 }' "$1"
}

# How long it takes until every name server of the zone has a new version of it.
propagation() { # FILE
  if [ -n "${OFFLINESIGN_PROPAGATION-}" ]; then
    seconds "$OFFLINESIGN_PROPAGATION"
  else
    awk -F '\t' '$4 == "SOA" { split($5, field, " "); print field[4] + field[5]; exit }' "$1"
  fi
}

# Hands what is to be published now over to whoever publishes it.
publish() { # STEP-NAME
  echo "# Load $signed into your name servers now."
  call_hook "$1" "$zone" "$signed" "$parent_ds"
}

call_hook() { # STEP-NAME ZONE SIGNED-FILE DS-FILE
  [ -n "${OFFLINESIGN_STEP_HOOK-}" ] || return 0
  OFFLINESIGN_STEP_ZONE=$2 "$OFFLINESIGN_STEP_HOOK" "$1" "$(absolute "$3")" "$(absolute "$4")" ||
    fail "$OFFLINESIGN_STEP_HOOK failed at the step $1"
}

# One line for each DS record of a file, the same for the same record however it is written.
ds_records() {
  awk '{
    sub(/;.*/, "")
    gsub(/[()]/, " ")
    for (i = 1; i <= NF && toupper($i) != "DS"; i++) { }
    if (i + 4 > NF) next
    digest = ""
    for (j = i + 4; j <= NF; j++) digest = digest $j
    print $(i + 1), $(i + 2), $(i + 3), toupper(digest)
  }' "$1" | sort -u
}

# Has the parent publish the DS records of a file and nothing else, and returns when it does.
parent_publishes() { # STEP-NAME FILE
  say "The owner of the parent zone has to publish these DS records of $zone and no others:"
  if [ -s "$2" ]; then
    cat "$2"
  else
    echo "# (none)"
  fi
  if [ "$parent" = simulated ]; then
    cp "$2" "$parent_ds"
  else
    until ask_parent && [ "$(ds_records "$parent_ds")" = "$(ds_records "$2")" ]; do
      echo "# $(utc "$(date +%s)"): the parent does not show them yet; asking again in a minute."
      sleep 60
    done
  fi
  call_hook "$1" "$zone" "$signed" "$parent_ds"
}

need_parent_ds_command() {
  [ "$parent" = simulated ] || [ -n "${OFFLINESIGN_PARENT_DS_COMMAND-}" ] ||
    fail "set OFFLINESIGN_PARENT_DS_COMMAND to a command that asks the parent, as --help explains"
}

ask_parent() {
  sh -c "$OFFLINESIGN_PARENT_DS_COMMAND" >"$parent_ds.new" && mv -- "$parent_ds.new" "$parent_ds"
}

# The last word of every sample that leaves a signed zone: does the parent's DS set lead into it, and is it valid?
verify_result() {
  run "$offlinesign" verifyzone --zone "$zone" --trust-anchor "$parent_ds" --at "$(utc "$(now)")" "$signed"
}

done_with() {
  say "Done: $*"
  if [ "$parent" = simulated ]; then
    echo "# Everything is in $folder (delete it when you have seen enough)."
  fi
}
