package org.offlinesign.zonefile;

import com.google.errorprone.annotations.Immutable;

/** What a rule says of itself besides its code; see {@link Rule} for each part. */
@Immutable
public record RuleFacts(Severity severity, String section, String title) {}
