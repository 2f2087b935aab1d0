# What the samples in the Windows spelling share besides lib/common.sh.

. "${0%/*}/lib/common.sh"

# A demonstration makes the zone that a rollover starts from; otherwise its signed file is there.
begin_guide() { # METHOD [ZONE SIGNED-FILE KSK1 ZSK1 NEW-KEY]
  method=$1
  shift
  if [ $# -eq 0 ]; then
    begin
    ksk1=ksk1-$zone zsk1=zsk1-$zone ksk2=ksk2-$zone zsk2=zsk2-$zone
    say "Step 0: a zone that is signed with KSK1 and ZSK1, and whose parent has the DS record of KSK1."
    genkey "$ksk1" /Flags KSK
    genkey "$zsk1"
    # shellcheck disable=SC2086 # several options
    run "$dnscmd" /OfflineSign /SignZone /input "$input" /output "$signed" /zone "$zone" \
      ${OFFLINESIGN_SIGNZONE_OPTIONS-} \
      /signkey /cert /friendlyname "$ksk1" /signkey /cert /friendlyname "$zsk1"
    cp -- "dsset-$zone" "$parent_ds"
    publish signed
  else
    begin "$1" "$2" "$2"
    ksk1=$3 zsk1=$4 ksk2=$5 zsk2=$5
    [ -r "$signed" ] || fail "$signed is not there: the rollover starts from it, signed with $ksk1 and $zsk1"
    case $method in
      ksk-*)
        need_parent_ds_command
        ask_parent
        ;;
      *)
        # The KSK stays, and so does what leads to it.
        "$offlinesign" dsset --zone "$zone" --key "$ksk1" --format dsset --quiet --output "$parent_ds"
        ;;
    esac
  fi
  identify_ttls
}

# The guide's keys are RSA keys; a length means nothing to the other algorithms.
genkey() { # FRIENDLY-NAME [/Flags KSK]
  name=$1
  shift
  case $algorithm in
    rsa*) set -- /Length 2048 "$@" ;;
  esac
  run "$dnscmd" /OfflineSign /GenKey /Alg "$algorithm" "$@" /Zone "$zone" /SSCert /FriendlyName "$name"
}

# Signs the file that is loaded again, as the guide has it, and not the unsigned one, so that its serial number
# goes up and changes made on the server stay. The DS records of child zones in it stay as well.
signzone() { # {signkey|addkey} NAME ...
  count=$#
  while [ "$count" -gt 0 ]; do
    set -- "$@" "/$1" /cert /friendlyname "$2"
    shift 2
    count=$((count - 2))
  done
  # shellcheck disable=SC2086 # several options
  run "$dnscmd" /OfflineSign /SignZone /input "$signed" /output "$signed.new" /zone "$zone" /ds nochange \
    ${OFFLINESIGN_SIGNZONE_OPTIONS-} "$@"
  run mv -- "$signed.new" "$signed"
}

# Sets dnskey_ttl, max_zone_ttl and propagation from the zone that is out now.
identify_ttls() {
  dnskey_ttl=$(largest_ttl "$signed" DNSKEY)
  max_zone_ttl=$(largest_ttl "$signed")
  propagation=$(propagation "$signed")
  say "The TTL of the keys is $dnskey_ttl s, the largest TTL in the zone $max_zone_ttl s."
  echo "# A new version of the zone is on all of its servers after $propagation s."
}
