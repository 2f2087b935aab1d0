#!/bin/sh
# From nothing to a signed zone: builds offlinesign if need be, makes a key pair of each kind in a scratch
# folder, signs testzones/example.com.zone, and shows what came of it.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
offlinesign=$project/cli/target/dist/bin/offlinesign

if [ ! -x "$offlinesign" ]; then
  echo "Building offlinesign; the first time takes a minute or two."
  command -v mvn >/dev/null || {
    echo "Maven is not installed here; offlinesign is built with it." >&2
    exit 4
  }
  log=$(mktemp)
  (cd "$project" && mvn -q -B -DskipTests package) >"$log" 2>&1 || {
    cat "$log" >&2
    rm -f "$log"
    exit 4
  }
  rm -f "$log"
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/offlinesign-quickstart.XXXXXX")
cd "$scratch"

# A scratch store with a made-up password, so that your own key store is left alone.
umask 077
od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >password
export OFFLINESIGN_KEYSTORE="$scratch/keys.p12" OFFLINESIGN_PASSWORD_FILE="$scratch/password"
umask 022

show() {
  printf '\n$ offlinesign'
  printf ' %s' "$@"
  printf '\n'
  "$offlinesign" "$@"
}

cp "$project/testzones/example.com.zone" .
show genkey --zone example.com --alg rsasha256 --length 2048 --flags KSK --friendlyname KSK-example.com
show genkey --zone example.com --alg rsasha256 --length 2048 --friendlyname ZSK-example.com
show signzone --input example.com.zone --output example.com.signed --zone example.com \
  --signkey KSK-example.com --signkey ZSK-example.com

printf '\n$ cat dsset-example.com\n'
cat dsset-example.com

cat <<END

Everything is in $scratch (delete it when you have seen enough).

What to do with a zone of your own:
  1. Run the same three commands on your zone file, with no OFFLINESIGN_ variable set:
     the keys then go to ~/.offlinesign/MS-DNSSEC.p12. Keep a copy of that file in a safe place.
  2. Load the signed file into your name server in place of the unsigned one.
  3. When all your name servers serve it, give dsset-example.com to whoever runs the parent zone
     (for a domain: your registrar). From then on the signatures must not run out.
  4. Sign again whenever the zone changes, and by the day that signzone names.
END
