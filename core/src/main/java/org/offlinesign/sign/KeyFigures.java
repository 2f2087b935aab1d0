package org.offlinesign.sign;

import org.offlinesign.key.ZoneKey;

/** What a key did in a signing. */
public record KeyFigures(ZoneKey key, SigningScope scope, long signatures) {}
