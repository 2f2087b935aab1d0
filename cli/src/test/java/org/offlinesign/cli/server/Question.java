package org.offlinesign.cli.server;

/** A question, and the response code that a validated answer to it has. */
record Question(String name, String type, String rcode) {}
