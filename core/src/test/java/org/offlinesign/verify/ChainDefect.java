package org.offlinesign.verify;

import java.util.List;
import java.util.Random;

/**
 * Ways to break a chain of NSEC3 records, each of which takes a proof away or makes a false one.
 */
enum ChainDefect {
  RECORD_DROPPED {
    @Override
    void change(Line line, Random random) {
      line.lines().remove(line.at());
    }
  },
  OWNER_CHANGED {
    @Override
    void change(Line line, Random random) {
      line.set(line.text().replace(line.hash(), otherHash(line.hash(), random)));
    }
  },
  NEXT_CHANGED {
    @Override
    void change(Line line, Random random) {
      line.set(line.text().replace(line.next(), otherHash(line.next(), random)));
    }
  },
  TYPE_ADDED {
    @Override
    void change(Line line, Random random) {
      line.set(line.text() + " TYPE" + (300 + random.nextInt(1000)));
    }
  },
  TYPES_DROPPED {
    @Override
    void change(Line line, Random random) {
      int end = line.text().indexOf(line.next(), 32) + line.next().length();
      // An empty non-terminal has no types to drop.
      String none = end == line.text().length() ? " A" : "";
      line.set(line.text().substring(0, end) + none);
    }
  },
  PARAMETERS_CHANGED {
    @Override
    void change(Line line, Random random) {
      String[] fields = line.text().split(" ", -1);
      fields[6] = Integer.toString(Integer.parseInt(fields[6]) + 1);
      line.set(String.join(" ", fields));
    }
  },
  SECOND_RECORD {
    @Override
    void change(Line line, Random random) {
      line.lines().add(line.text().replace(line.next(), otherHash(line.next(), random)));
    }
  },
  RECORD_OF_NO_NAME {
    @Override
    void change(Line line, Random random) {
      line.lines()
          .add(line.text().replace(line.hash() + ".", otherHash(line.hash(), random) + "."));
    }
  },
  NSEC3PARAM_DROPPED {
    @Override
    void change(Line line, Random random) {
      line.lines().remove(0);
    }
  };

  /** A record in a list of those of a chain. */
  record Line(List<String> lines, int at) {
    String text() {
      return lines.get(at);
    }

    String hash() {
      return text().substring(0, 32);
    }

    String next() {
      return text().split(" ", -1)[8];
    }

    void set(String text) {
      lines.set(at, text);
    }
  }

  abstract void change(Line line, Random random);

  /** Changes one of the records of a chain, and returns them. */
  List<String> in(List<String> lines, int at, Random random) {
    change(new Line(lines, at), random);
    return lines;
  }

  private static String otherHash(String hash, Random random) {
    int at = random.nextInt(hash.length());
    char other = hash.charAt(at) == 'v' ? '0' : 'v';
    return hash.substring(0, at) + other + hash.substring(at + 1);
  }
}
