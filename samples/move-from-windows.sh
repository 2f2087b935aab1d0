#!/bin/sh
# Moves a zone that Windows Server signed with dnscmd /OfflineSign to offlinesign, with its keys: takes in the .pfx files,
# says what the lines of dnscmd are called here, and signs the zone file of Windows as it is.
#
#   move-from-windows.sh
#   move-from-windows.sh ZONE ZONE-FILE SIGNED-FILE KSK-FOLDER ZSK-FOLDER PASSWORD-FILE
#
# With arguments: KSK-FOLDER and ZSK-FOLDER have the .pfx files of the keys of either kind, because a .pfx file does not say
# which it is, nor which of the RSA algorithms is signed with. Export them on Windows with the private key, from the
# certificate store MS-DNSSEC (certlm.msc, or certutil -exportPFX). PASSWORD-FILE has their password in its first line.
# SIGNED-FILE is written anew, and nothing else is changed. OFFLINESIGN_SAMPLE_ALG is here the algorithm of the keys:
# rsasha256 unless set. If OFFLINESIGN_PARENT_DS_COMMAND is set, nothing is signed that the parent's DS records
# do not lead into. --help lists the other variables of the environment.
#
# Where openssl is not installed, the demonstration's .pfx files are made by offlinesign.
set -eu
. "${0%/*}/lib/common.sh"

# What Windows exports: a private key with a certificate that is signed by itself.
make_pfx() { # NAME FOLDER
  mkdir "$2"
  openssl req -x509 -newkey rsa:2048 -nodes -subj "/CN=$zone" -days 1825 -keyout key.pem -out cert.pem 2>/dev/null
  openssl pkcs12 -export -name "$1" -inkey key.pem -in cert.pem -passout "file:$words" -out "$2/$1.pfx"
  rm key.pem cert.pem
}

export_pfx() { # NAME FOLDER
  mkdir "$2"
  "$offlinesign" genkey --keystore "$folder/windows.p12" --zone "$zone" --alg "$algorithm" --friendlyname "$1"
  "$offlinesign" exportkey "$1" --keystore "$folder/windows.p12" --format pkcs12 --export-password-file "$words" \
    --output "$2/$1.pfx"
}

take_keys() { # KSK|ZSK FOLDER
  run "$offlinesign" importkey --zone "$zone" --flags "$1" --alg "$algorithm" --import-password-file "$words" "$2"
}

expect_arguments "0 6" "$@"
if [ $# -eq 0 ]; then
  : "${OFFLINESIGN_SAMPLE_ZONE:=corp.example}"
  : "${OFFLINESIGN_SAMPLE_ZONE_FILE:=$project/testzones/$OFFLINESIGN_SAMPLE_ZONE.dns}"
  begin
  algorithm=${OFFLINESIGN_SAMPLE_ALG:-rsasha256}
  ksks=windows-ksk zsks=windows-zsk words=pfx-password
  say "What comes from Windows: the zone file, and the exported keys."
  echo secret-of-the-pfx >"$words"
  chmod 600 "$words"
  if command -v openssl >/dev/null; then
    make=make_pfx
  else
    make=export_pfx
  fi
  $make "KSK-$zone" "$ksks"
  $make "ZSK-$zone" "$zsks"
  run ls "$input" "$ksks" "$zsks"
else
  begin "$1" "$2" "$3"
  algorithm=${OFFLINESIGN_SAMPLE_ALG:-rsasha256}
  ksks=$4 zsks=$5 words=$6
fi

say "Take the keys into the key store."
take_keys KSK "$ksks"
take_keys ZSK "$zsks"
run "$offlinesign" listkeys --zone "$zone"

say "Look at the zone file as Windows wrote it. Warnings are worth a look; they stop nothing."
run "$offlinesign" checkzone --zone "$zone" "$input"

say "What the lines of dnscmd are called here. (They work as they are, too.)"
run "$offlinesign" explain "dnscmd /OfflineSign /GenKey /Alg rsasha256 /Length 2048 /Zone $zone /SSCert /FriendlyName ZSK2-$zone"
run "$offlinesign" explain "dnscmd /OfflineSign /SignZone /input $input /output $signed /zone $zone /signkey /cert /friendlyname KSK-$zone /signkey /cert /friendlyname ZSK-$zone"

say "Sign with the keys of Windows."
set --
if [ "$parent" = real ] && [ -n "${OFFLINESIGN_PARENT_DS_COMMAND-}" ]; then
  ask_parent || fail "OFFLINESIGN_PARENT_DS_COMMAND failed: $OFFLINESIGN_PARENT_DS_COMMAND"
  set -- --parent-ds "$parent_ds"
fi
# shellcheck disable=SC2086 # several options
run "$offlinesign" signzone --smart --zone "$zone" --input "$input" --output "$signed" --ds nochange "$@" \
  ${OFFLINESIGN_SIGNZONE_OPTIONS-}
[ $# -ne 0 ] || cp -- "dsset-$zone" "$parent_ds"

say "Apart from DNSSEC the zone has to be the same, and the DS record has to lead in."
run "$offlinesign" comparezones --zone "$zone" "$input" "$signed"
verify_result
call_hook moved "$zone" "$signed" "$parent_ds"

say "The parent has to have exactly these DS records, as it had with Windows:"
cat -- "dsset-$zone"
done_with "$zone is signed by offlinesign, with the keys of Windows. New keys come by offlinesign rollover."
