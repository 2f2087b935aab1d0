#!/bin/sh
# Signs all zones of a folder in one process: keys for those that have none yet, then a batch of one signzone
# line for each zone, and a look at what came of it.
#
#   sign-many-zones.sh
#   sign-many-zones.sh FOLDER
#
# FOLDER holds a file NAME.zone for each zone NAME. NAME.signed appears beside it, and the keyset- and dsset- files
# in FOLDER/keysets. Run it again, once a week from cron say, to sign again: keys are made for new zones alone. Key
# store and password are those of every command: OFFLINESIGN_KEYSTORE, OFFLINESIGN_PASSWORD_FILE and so on.
#
# Without an argument it does that with 20 small zones in a scratch folder. OFFLINESIGN_SAMPLE_ALG is the algorithm
# of the keys that are made, ecdsap256sha256 unless set.
#
# The exit code is that of the worst zone: 0 if all are signed. A zone that cannot be signed does not stop the
# others, and its signed file stays as it was.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
offlinesign=$project/cli/target/dist/bin/offlinesign
algorithm=${OFFLINESIGN_SAMPLE_ALG:-ecdsap256sha256}

explain() {
  awk '/^#!/ { next } !/^#/ { exit } { sub(/^# ?/, ""); print }' "$0"
}

write_demonstration() {
  umask 077
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >password
  export OFFLINESIGN_KEYSTORE="$PWD/keys.p12" OFFLINESIGN_PASSWORD_FILE="$PWD/password"
  umask 022
  number=0
  while [ $number -lt 20 ]; do
    number=$((number + 1))
    cat >"customer$number.example.zone" <<END
\$TTL 1h
@    IN SOA  ns.provider.example. hostmaster.provider.example. 1 3h 1h 2w 10m
     IN NS   ns.provider.example.
     IN MX   10 mail.provider.example.
www  IN A    192.0.2.$number
END
  done
}

# Prints the zones that the key store has keys of, one a line.
zones_with_keys() {
  if [ -e "$keystore" ]; then
    "$offlinesign" listkeys --json | sed -n 's/^ *"zone" *: *"\(.*\)\.",*$/\1/p' | sort -u
  fi
}

# Prints the lines of the batch: keys first where there are none.
lines() {
  zones_with_keys >with-keys
  for file in *.zone; do
    name=${file%.zone}
    if ! grep -qxF -- "$name" with-keys; then
      echo "genkey --zone '$name' --alg $algorithm --flags KSK --friendlyname 'KSK-$name'"
      echo "genkey --zone '$name' --alg $algorithm --friendlyname 'ZSK-$name'"
    fi
    echo "signzone --zone '$name' --input '$file' --output '$name.signed' --keysetdir keysets --smart"
  done
  rm with-keys
}

case ${1-} in
  -h | --help)
    explain
    exit 0
    ;;
esac
if [ $# -gt 1 ]; then
  explain >&2
  exit 2
fi
if [ ! -x "$offlinesign" ]; then
  echo "${0##*/}: error: build offlinesign first: mvn -DskipTests package" >&2
  exit 4
fi
if [ $# -eq 1 ]; then
  cd -- "$1"
else
  cd "$(mktemp -d "${TMPDIR:-/tmp}/offlinesign-zones.XXXXXX")"
  write_demonstration
fi
keystore=${OFFLINESIGN_KEYSTORE:-${OFFLINESIGN_HOME:-$HOME/.offlinesign}/MS-DNSSEC.p12}
mkdir -p keysets

lines >zones.batch
printf '\n$ head -3 zones.batch\n'
head -3 zones.batch
printf '\n$ offlinesign batch zones.batch --quiet\n'
"$offlinesign" batch zones.batch --quiet

count=0
for file in *.signed; do
  count=$((count + 1))
done
printf '\n# Done: %s signed zones are in %s\n' "$count" "$PWD"
