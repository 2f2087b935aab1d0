#!/bin/sh
# Compares offlinesign with the other signers and verifiers that are installed: makes a zone, signs it with each of
# them with the same keys, has each verifier check what offlinesign signed, and prints one table for each.
#
#   benchmark.sh [NAMES [ROUNDS [ALGORITHM]]]
#
# The zone has 5,000 names unless you say how many: hosts with addresses, and a delegation for every tenth of them.
# Everything is run three times, in turn, unless you say how often; the table has the medians. The algorithm is
# ecdsap256sha256, or any other that all of the tools know, such as rsasha256. With the defaults it takes a minute.
#
# Peers: dnssec-signzone and dnssec-verify (Debian: bind9-utils), ldns-signzone and ldns-verify-zone (ldnsutils),
# kzonesign with keymgr (knot-dnssecutils and knot) and kzonecheck (knot). One that is missing, or fails, is named
# and left out. All may use every processor. Peers that verify what they signed are told not to, and so is
# offlinesign; that it verifies by default, and how long this takes, is shown too. The time of offlinesign
# includes the start of the Java machine, which is most of it for a small zone.
#
# Keys and files lie in a folder of their own under $OFFLINESIGN_SAMPLE_FOLDER, $TMPDIR or /tmp, which is removed.
set -eu
. "${0%/*}/lib/common.sh"

zone=bench.test
PATH=$PATH:/usr/sbin:/sbin
processors=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

# Prints the time in milliseconds; a shell knows only seconds.
milliseconds() {
  nanoseconds=$(date +%s%N)
  case $nanoseconds in
    *[!0-9]*) perl -MTime::HiRes=time -e 'printf "%d\n", 1000 * time' ;;
    *) echo $((nanoseconds / 1000000)) ;;
  esac
}

need_a_clock() {
  milliseconds >/dev/null 2>&1 || fail "neither date nor Perl tells the time in parts of a second here"
}

need_a_number() { # WORD WHAT
  case $1 in
    '' | *[!0-9]* | 0*) fail "'$1' is no number of $2" ;;
  esac
}

# A folder that goes away with all that is in it, however the benchmark ends.
use_temporary_folder() {
  parent=${OFFLINESIGN_SAMPLE_FOLDER:-${TMPDIR:-/tmp}}
  mkdir -p "$parent"
  OFFLINESIGN_SAMPLE_FOLDER=$(mktemp -d "$parent/offlinesign-benchmark.XXXXXX")
  remove=$OFFLINESIGN_SAMPLE_FOLDER
  trap 'rm -rf "$remove"' EXIT
  trap 'exit 130' HUP INT TERM
  use_scratch_folder
}

make_zone() { # NAMES
  awk -v names="$1" 'BEGIN {
    print "$TTL 3600"
    print "@ SOA ns1 hostmaster 2026030101 7200 3600 1209600 300"
    print "@ NS ns1"
    print "@ NS ns2"
    print "@ MX 10 mail"
    print "ns1 A 192.0.2.1"
    print "ns2 A 192.0.2.2"
    print "mail A 192.0.2.3"
    for (i = 1; i <= names; i++) {
      if (i % 10 == 0) {
        print "child" i " NS ns.child" i
        print "ns.child" i " A 198.51.100." i % 254 + 1
      } else {
        print "host" i " A 203.0.113." i % 254 + 1
        printf "host%d AAAA 2001:db8::%x:%x\n", i, int(i / 65536), i % 65536
      }
    }
  }' >zone
}

# Makes a KSK and a ZSK, and hands them to the peers in the form of BIND.
make_keys() { # ALGORITHM
  "$offlinesign" genkey --zone "$zone" --alg "$1" --flags KSK --friendlyname ksk --validfrom -1d >/dev/null
  "$offlinesign" genkey --zone "$zone" --alg "$1" --friendlyname zsk --validfrom -1d >/dev/null
  mkdir keys
  "$offlinesign" exportkey ksk zsk --format bind --output keys >/dev/null
}

# Sets up a key store for kzonesign and puts the keys into it.
prepare_knot() {
  mkdir knot knot/out
  cat >knot/conf <<END
server:
    rundir: $folder/knot
database:
    storage: $folder/knot
policy:
  - id: given-keys
    manual: on
    signing-threads: $processors
    nsec3: off
    cds-cdnskey-publish: none
zone:
  - domain: $zone
    storage: $folder/knot
    file: zone
    dnssec-signing: on
    dnssec-policy: given-keys
END
  cp zone knot/zone
  for key in keys/*.key; do
    keymgr -c knot/conf "$zone" import-bind "${key%.key}" || return 1
  done
}

# Each function runs a tool; their names have _ where those of the tools have -.

sign_offlinesign() {
  "$offlinesign" signzone --input zone --output signed --zone "$zone" --signkey ksk --signkey zsk \
    --genkeyset none --quiet --no-verify
}

sign_offlinesign_verified() {
  "$offlinesign" signzone --input zone --output signed --zone "$zone" --signkey ksk --signkey zsk \
    --genkeyset none --quiet
}

sign_dnssec_signzone() {
  dnssec-signzone -P -S -K keys -n "$processors" -o "$zone" -d . -f signed.bind zone
}

sign_ldns_signzone() {
  set --
  for key in keys/*.key; do
    set -- "$@" "${key%.key}"
  done
  ldns-signzone -o "$zone" -f signed.ldns zone "$@"
}

sign_kzonesign() {
  kzonesign -c knot/conf -o knot/out "$zone"
}

verify_offlinesign() {
  "$offlinesign" verifyzone --zone "$zone" --quiet signed
}

verify_dnssec_verify() {
  dnssec-verify -q -o "$zone" signed
}

verify_ldns_verify_zone() {
  ldns-verify-zone signed
}

verify_kzonecheck() {
  kzonecheck -o "$zone" -d on signed
}

# Sets tools to those of a job that are here and work, and says of the others why they are left out.
choose() { # JOB TOOLS...
  job=$1
  shift
  tools=
  for tool in "$@"; do
    program=$(printf '%s' "$tool" | tr _ -)
    case $tool in
      offlinesign*) ;;
      kzonesign)
        if ! command -v kzonesign >/dev/null || ! command -v keymgr >/dev/null; then
          echo "# Left out: kzonesign, because it or keymgr is not installed."
          continue
        fi
        prepare_knot >log 2>&1 || {
          echo "# Left out: kzonesign, because keymgr does not take the keys: $(tail -n 1 log)"
          continue
        }
        ;;
      *)
        command -v "$program" >/dev/null || {
          echo "# Left out: $program, because it is not installed."
          continue
        }
        ;;
    esac
    if "${job}_$tool" >log 2>&1; then
      tools="$tools $tool"
    elif [ "${tool#offlinesign}" != "$tool" ]; then
      cat log >&2
      fail "offlinesign failed"
    else
      echo "# Left out: $program, because it failed: $(tail -n 1 log)"
    fi
  done
}

# Runs a tool and adds a line with its name, wall clock and CPU time in milliseconds to a file.
measure() { # JOB TOOL FILE
  times >times-before
  started=$(milliseconds)
  "$1_$2" >log 2>&1 || fail "$2 failed, though it did not before: $(tail -n 1 log)"
  ended=$(milliseconds)
  times >times-after
  echo "$2 $((ended - started)) $(cpu_between times-before times-after)" >>"$3"
}

# The second line of what times prints is for the programs that were run: user and system time as 0m1.23s.
cpu_between() { # FILE FILE
  awk '
    function milliseconds(time) {
      split(time, part, /[ms]/)
      return 1000 * (60 * part[1] + part[2])
    }
    FNR == 2 { total[++files] = milliseconds($1) + milliseconds($2) }
    END { printf "%d\n", total[2] - total[1] }' "$1" "$2"
}

# Measures the tools in turn, so that a change of the machine meets all of them.
run_rounds() { # JOB FILE
  round=0
  while [ "$round" -lt "$rounds" ]; do
    for tool in $tools; do
      measure "$1" "$tool" "$2"
    done
    round=$((round + 1))
  done
}

median() { # FILE TOOL COLUMN
  awk -v tool="$2" -v column="$3" '$1 == tool { print $column }' "$1" | sort -n |
    awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

# Prints the medians of all tools, the fastest first, and how each compares with the fastest peer.
print_table() { # FILE
  for tool in $tools; do
    echo "$(median "$1" "$tool" 2) $(median "$1" "$tool" 3) $tool"
  done | sort -n >medians
  awk '
    { wall[NR] = $1; cpu[NR] = $2; name[NR] = $3 }
    $3 !~ /^offlinesign/ && !peer { peer = $1 ? $1 : 1 }
    END {
      printf "  %-24s %10s %10s %s\n", "", "seconds", "CPU s", (peer ? "  by the fastest peer" : "")
      for (i = 1; i <= NR; i++) {
        label = name[i]
        gsub(/_/, "-", label)
        sub(/offlinesign-verified/, "offlinesign and verify", label)
        printf "  %-24s %10.3f %10.3f", label, wall[i] / 1000, cpu[i] / 1000
        printf (peer ? "  %20.2f\n" : "\n"), (peer ? wall[i] / peer : 0)
      }
    }' medians
}

expect_arguments "0 1 2 3" "$@"
names=${1:-5000}
rounds=${2:-3}
algorithm=${3:-ecdsap256sha256}
need_a_number "$names" names
need_a_number "$rounds" rounds
need_a_clock
build
use_temporary_folder
make_zone "$names"
make_keys "$algorithm"

say "Signing $names names with $algorithm on $processors processors: medians of $rounds"
choose sign offlinesign offlinesign_verified dnssec_signzone ldns_signzone kzonesign
run_rounds sign signing
print_table signing

say "Verifying the signed zone, $(grep -c RRSIG signed) signatures"
choose verify offlinesign dnssec_verify ldns_verify_zone kzonecheck
run_rounds verify verifying
print_table verifying

say "Done: each tool ran $((rounds + 1)) times; the first run is not counted"
