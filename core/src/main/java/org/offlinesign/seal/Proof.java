package org.offlinesign.seal;

/** Whether the signatures of a file were verified before it got its name. */
public enum Proof {
  /** All of them were, in this run or in that which made them. */
  VERIFIED,
  /** Not all of them. */
  UNVERIFIED
}
