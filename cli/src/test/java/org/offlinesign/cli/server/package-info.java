/** Real servers on the loopback interface serve and validate what this program signed. */
@NullMarked
package org.offlinesign.cli.server;

import org.jspecify.annotations.NullMarked;
