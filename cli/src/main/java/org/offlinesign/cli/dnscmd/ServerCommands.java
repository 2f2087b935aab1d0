package org.offlinesign.cli.dnscmd;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.cli.audit.UnknownOption;

/**
 * The commands and switches of {@code dnscmd} that are not ours, with what to use instead.
 *
 * <p>This program works on files and talks to no DNS server.
 */
final class ServerCommands {
  private static final String LOAD =
      "this program talks to no DNS server; load the signed file into the server with the server's"
          + " own dnscmd";
  private static final String EXPORT =
      "this program talks to no DNS server; export the zone on the server, copy the file here and"
          + " give it to /OfflineSign /SignZone /Input";
  private static final String RECORDS =
      "edit the zone file and sign it again with /OfflineSign /SignZone";
  private static final String ANCHOR =
      "this program talks to no DNS server; `offlinesign trustanchor --zone ZONE --format windows`"
          + " prints the line to run there";
  private static final String UNSIGN =
      "this program works on files; `offlinesign unsignzone` writes one without DNSSEC records";
  private static final String SERVER =
      "this program talks to no DNS server; run it with the server's own dnscmd";
  private static final String DENIAL = "the form is /DenialOfExistence " + DenialDescription.FORM;

  private static final Map<String, String> HINTS = hints();

  private ServerCommands() {}

  /**
   * Returns what is wrong with a word that looks like a switch, and what to do instead if it is one
   * elsewhere. Of others no more is told than of unknown options: they may be passwords.
   *
   * @param name its name, in lower case and without slash or value
   * @param expected what it would have to be
   */
  static String unknown(String word, String name, String expected) {
    Optional<String> hint = Optional.ofNullable(HINTS.get(name));
    String told = hint.isPresent() ? word.split("=", 2)[0] : UnknownOption.name(word);
    return told + " is not a " + expected + hint.map(text -> ": " + text).orElse("");
  }

  private static Map<String, String> hints() {
    Map<String, String> hints = new HashMap<>();
    add(hints, LOAD, "ZoneAdd", "ZoneDelete", "ZoneReload", "ZoneResetType");
    add(hints, EXPORT, "ZoneExport", "ZonePrint", "WriteBackFiles", "ZoneWriteBack");
    add(hints, RECORDS, "RecordAdd", "RecordDelete", "NodeDelete", "EnumRecords");
    add(hints, ANCHOR, "TrustAnchorAdd", "TrustAnchorDelete", "TrustAnchorsResetType");
    add(hints, ANCHOR, "EnumTrustAnchors", "RetrieveRootTrustAnchors");
    add(hints, ANCHOR, "ActiveRefreshAllTrustPoints", "EnumTrustPoints", "TrustPointInfo");
    add(hints, UNSIGN, "ZoneUnsign");
    add(hints, SERVER, "AgeAllRecords", "ClearCache", "Config", "EnumZones", "ExportSettings");
    add(hints, SERVER, "Info", "IpValidate", "Restart", "StartScavenging", "Statistics");
    add(hints, SERVER, "ResetForwarders", "ResetListenAddresses", "ZoneUpdateFromDs");
    add(hints, SERVER, "CreateBuiltinDirectoryPartitions", "CreateDirectoryPartition");
    add(hints, SERVER, "DeleteDirectoryPartition", "DirectoryPartitionInfo");
    add(hints, SERVER, "EnlistDirectoryPartition", "EnumDirectoryPartitions");
    add(hints, SERVER, "UnenlistDirectoryPartition", "ZoneChangeDirectoryPartition");
    add(hints, SERVER, "ZoneInfo", "ZonePause", "ZoneResume", "ZoneRefresh", "ZoneResetMasters");
    add(hints, SERVER, "ZoneResetScavengeServers", "ZoneResetSecondaries");
    add(hints, SERVER, "ZoneSeizeKeymasterRole", "ZoneTransferKeymasterRole");
    add(hints, DENIAL, "NSEC", "NSEC3", "OptOut", "Iterations", "SaltLength", "Salt");
    return Map.copyOf(hints);
  }

  private static void add(Map<String, String> hints, String hint, String... names) {
    for (String name : List.of(names)) {
      hints.put(name.toLowerCase(Locale.ROOT), hint);
    }
  }
}
