package org.offlinesign.cli.server;

import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a server answered. */
record Answer(Message message) {
  /** Returns the response code by its name. */
  String rcode() {
    return Rcode.string(message.getRcode());
  }

  /** Returns whether the resolver validated the answer. */
  boolean isAuthentic() {
    return message.getHeader().getFlag(Flags.AD);
  }

  /** Returns the records of a type in the answer itself, in text, sorted. */
  List<String> records(String type) {
    int wanted = Type.value(type);
    return message.getSection(Section.ANSWER).stream()
        .filter(record -> record.getType() == wanted)
        .map(Record::rdataToString)
        .sorted()
        .toList();
  }

  /** Returns the response code, followed by {@code AD} if the answer was validated. */
  String verdict() {
    return isAuthentic() ? rcode() + " AD" : rcode();
  }
}
