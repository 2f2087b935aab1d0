package org.offlinesign.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a delegation.
 *
 * @param keepsPresent whether the DS RRset is the one that is there, whole or with more records
 * @param newlyAccepted since when the CDS records are signed that were accepted now and are not in
 *     the child's dsset- file yet; null if there is nothing to remember
 */
public record DelegationChange(
    ChildReport report, boolean keepsPresent, @Nullable Instant newlyAccepted) {}
