package org.offlinesign.mutation;

/** What a change of a signed zone means to those who validate it. */
enum Effect {
  /** Some answer is bogus, or a rule of the protocol is broken: an error. */
  BREAKS,
  /** Every answer stays valid, but something is not as it should be: a warning at least. */
  BLEMISHES,
  /** Something else is said by records that no signature protects: nobody can tell. */
  UNPROTECTED,
  /** The same is said in other words: silence. */
  NONE
}
