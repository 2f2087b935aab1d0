package org.offlinesign.delegation;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of a delegation.
 *
 * @param keepsPresent whether the DS RRset is the one that is there, whole or with more records
 * @param newlyAccepted since when the request is signed that was accepted now and is not in the
 *     child's dsset- file yet; null if there is nothing to remember
 */
public record DelegationChange(
    ChildReport report, boolean keepsPresent, @Nullable SignedSince newlyAccepted) {}
