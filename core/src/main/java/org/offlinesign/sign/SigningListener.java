package org.offlinesign.sign;

/** Is told how far the work has come; called on the thread that signs the zone. */
public interface SigningListener {
  /** Ignores everything. */
  SigningListener NONE =
      new SigningListener() {
        @Override
        public void started(SigningStage stage) {}

        @Override
        public void advanced(long done, long total) {}
      };

  /** A stage begins. */
  void started(SigningStage stage);

  /**
   * A stage has come further.
   *
   * @param done how many records were read, or of those read, were handed on to be signed
   * @param total how many there will be, or 0 if that is not known yet
   */
  void advanced(long done, long total);
}
