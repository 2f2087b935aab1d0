package org.offlinesign.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.audit.VerifyAuditCommand;
import org.offlinesign.cli.batch.BatchCommand;
import org.offlinesign.cli.batch.LineFacts;
import org.offlinesign.cli.command.AddKeyCommand;
import org.offlinesign.cli.command.CheckZoneCommand;
import org.offlinesign.cli.command.CompareZonesCommand;
import org.offlinesign.cli.command.CompletionCommand;
import org.offlinesign.cli.command.DeleteKeyCommand;
import org.offlinesign.cli.command.DsSetCommand;
import org.offlinesign.cli.command.ExportKeyCommand;
import org.offlinesign.cli.command.GenKeyCommand;
import org.offlinesign.cli.command.ImportKeyCommand;
import org.offlinesign.cli.command.ListKeysCommand;
import org.offlinesign.cli.command.ReportCommand;
import org.offlinesign.cli.command.RolloverAbandonCommand;
import org.offlinesign.cli.command.RolloverNextCommand;
import org.offlinesign.cli.command.RolloverPlanCommand;
import org.offlinesign.cli.command.RolloverStatusCommand;
import org.offlinesign.cli.command.SetTimeCommand;
import org.offlinesign.cli.command.SignZoneCommand;
import org.offlinesign.cli.command.TrustAnchorCommand;
import org.offlinesign.cli.command.UnsignZoneCommand;
import org.offlinesign.cli.command.VerifyZoneCommand;
import org.offlinesign.cli.command.VersionCommand;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.doctor.DoctorCommand;
import org.offlinesign.cli.explain.ExplainCommand;

/**
 * The commands there are. Only the one that is asked for is loaded, which keeps the start quick.
 */
enum CommandName {
  GENKEY("make a key pair for a zone and keep it in the key store"),
  LISTKEYS("list the keys of the key store"),
  IMPORTKEY("take a key of BIND, or a deleted one, into the key store"),
  EXPORTKEY("write a key for BIND, in PEM, or as a key store for another machine"),
  DELETEKEY("remove a key from the key store; it can be recovered for 30 days"),
  SETTIME("set when a key is published, signs, and leaves the zone"),
  SIGNZONE("sign a zone file"),
  ROLLOVER_PLAN("say which steps replace a key without a break, when each is due, and why"),
  ROLLOVER_STATUS("show how far rollovers are, and what is due next"),
  ROLLOVER_NEXT("do the next step of a rollover, if it is due"),
  ROLLOVER_ABANDON("give up a rollover, and leave keys and zone as they are"),
  ADDKEY("publish a key in a zone file without signing the zone with it"),
  UNSIGNZONE("write a zone file without its DNSSEC records"),
  COMPAREZONES("prove that two zone files hold the same data, or list what differs"),
  DSSET("print the DS records of a zone for the owner of its parent"),
  TRUSTANCHOR("print a zone's keys as trust anchors for BIND, Unbound, Windows and others"),
  CHECKZONE("read a zone file and report everything that is wrong with it"),
  VERIFYZONE("check every signature of a signed zone, and what it proves not to hold"),
  REPORT("write a page about a signed zone: its chain of trust, keys, dates and faults"),
  VERIFYAUDIT("prove that nothing in an audit log was changed, taken away or put in"),
  EXPLAIN("say how a line of dnscmd, dnssec-signzone or ldns-signzone is written here"),
  BATCH("run many commands, one a line, in one process and several at a time"),
  DOCTOR("prove on the examples of the RFCs that the program works on this machine"),
  COMPLETION("print the script by which bash or zsh completes what is typed"),
  VERSION("which version this is, and with -v what signs with each algorithm");

  private final String summary;

  CommandName(String summary) {
    this.summary = summary;
  }

  static Optional<CommandName> of(String text) {
    for (CommandName name : values()) {
      if (name.toString().equals(text)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Returns the commands of two words that begin with one; none for any other word. */
  static List<CommandName> group(String word) {
    List<CommandName> group = new ArrayList<>();
    for (CommandName name : values()) {
      if (name.toString().startsWith(word + " ")) {
        group.add(name);
      }
    }
    return group;
  }

  /** Returns a line that says what the command is for. */
  String summary() {
    return summary;
  }

  /** Says whether the command makes or checks signatures, unless its arguments are wrong. */
  boolean needsCryptography() {
    return switch (this) {
      case GENKEY, SIGNZONE, ROLLOVER_NEXT, ADDKEY, VERIFYZONE, REPORT -> true;
      default -> false;
    };
  }

  /** Says whether an audit log is told of the command. */
  boolean isAudited() {
    return switch (this) {
      case VERIFYAUDIT, EXPLAIN, DOCTOR, COMPLETION, VERSION -> false;
      default -> true;
    };
  }

  /** Returns what the command has to do with. */
  LineFacts.Reach reach() {
    return switch (this) {
      case GENKEY, LISTKEYS, IMPORTKEY, DELETEKEY, SETTIME, EXPLAIN, COMPLETION, VERSION ->
          LineFacts.Reach.KEY_STORE;
      default -> LineFacts.Reach.FILES;
    };
  }

  Subcommand newCommand() {
    return switch (this) {
      case GENKEY -> new GenKeyCommand();
      case LISTKEYS -> new ListKeysCommand();
      case IMPORTKEY -> new ImportKeyCommand();
      case EXPORTKEY -> new ExportKeyCommand();
      case DELETEKEY -> new DeleteKeyCommand();
      case SETTIME -> new SetTimeCommand();
      case SIGNZONE -> new SignZoneCommand();
      case ROLLOVER_PLAN -> new RolloverPlanCommand();
      case ROLLOVER_STATUS -> new RolloverStatusCommand();
      case ROLLOVER_NEXT -> new RolloverNextCommand();
      case ROLLOVER_ABANDON -> new RolloverAbandonCommand();
      case ADDKEY -> new AddKeyCommand();
      case UNSIGNZONE -> new UnsignZoneCommand();
      case COMPAREZONES -> new CompareZonesCommand();
      case DSSET -> new DsSetCommand();
      case TRUSTANCHOR -> new TrustAnchorCommand();
      case CHECKZONE -> new CheckZoneCommand();
      case VERIFYZONE -> new VerifyZoneCommand();
      case REPORT -> new ReportCommand();
      case VERIFYAUDIT -> new VerifyAuditCommand();
      case EXPLAIN -> new ExplainCommand();
      case BATCH -> new BatchCommand(new BatchCommands());
      case DOCTOR -> new DoctorCommand();
      case COMPLETION -> new CompletionCommand(CompletionScript::of);
      case VERSION -> new VersionCommand();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
