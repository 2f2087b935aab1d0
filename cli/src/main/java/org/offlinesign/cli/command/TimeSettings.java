package org.offlinesign.cli.command;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.TimingArgument;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyTiming;
import picocli.CommandLine.Option;

/** The options that change when what happens to a key. */
final class TimeSettings {
  @Option(
      names = "--publish",
      paramLabel = "TIME",
      description =
          "When the key enters the zone. TIME is as for genkey; none unsets it, and undecided is"
              + " later than any time.")
  private @Nullable TimingArgument publish;

  @Option(names = "--activate", paramLabel = "TIME", description = "When it begins to sign.")
  private @Nullable TimingArgument activate;

  @Option(names = "--inactive", paramLabel = "TIME", description = "When it ceases to sign.")
  private @Nullable TimingArgument inactive;

  @Option(names = "--revoke", paramLabel = "TIME", description = "When it is revoked (RFC 5011).")
  private @Nullable TimingArgument revoke;

  @Option(names = "--delete", paramLabel = "TIME", description = "When it leaves the zone.")
  private @Nullable TimingArgument delete;

  @Option(
      names = "--ds-seen",
      paramLabel = "TIME",
      description = "When the parent was seen to publish its DS record.")
  private @Nullable TimingArgument dsSeen;

  @Option(
      names = "--ds-gone",
      paramLabel = "TIME",
      description = "When the parent was seen to have withdrawn its DS record.")
  private @Nullable TimingArgument dsGone;

  @Option(
      names = "--sync-publish",
      paramLabel = "TIME",
      description = "When its CDS and CDNSKEY records enter the zone.")
  private @Nullable TimingArgument syncPublish;

  @Option(
      names = "--sync-delete",
      paramLabel = "TIME",
      description = "When its CDS and CDNSKEY records leave the zone.")
  private @Nullable TimingArgument syncDelete;

  boolean areNone() {
    return settings().isEmpty();
  }

  /** Returns some timing with what the options say put in or taken out. */
  KeyTiming appliedTo(KeyTiming timing) {
    KeyTiming result = timing;
    for (Map.Entry<KeyEvent, TimingArgument> setting : settings().entrySet()) {
      result = result.with(setting.getKey(), setting.getValue().time().orElse(null));
    }
    return result;
  }

  private Map<KeyEvent, TimingArgument> settings() {
    Map<KeyEvent, TimingArgument> settings = new EnumMap<>(KeyEvent.class);
    put(settings, KeyEvent.PUBLISH, publish);
    put(settings, KeyEvent.ACTIVATE, activate);
    put(settings, KeyEvent.INACTIVE, inactive);
    put(settings, KeyEvent.REVOKE, revoke);
    put(settings, KeyEvent.DELETE, delete);
    put(settings, KeyEvent.DS_PUBLISH, dsSeen);
    put(settings, KeyEvent.DS_REMOVED, dsGone);
    put(settings, KeyEvent.SYNC_PUBLISH, syncPublish);
    put(settings, KeyEvent.SYNC_DELETE, syncDelete);
    return settings;
  }

  private static void put(
      Map<KeyEvent, TimingArgument> settings, KeyEvent event, @Nullable TimingArgument time) {
    if (time != null) {
      settings.put(event, time);
    }
  }
}
