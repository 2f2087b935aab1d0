/** What is done to the program, or to what it is given, to see whether it keeps its promises. */
@NullMarked
package org.offlinesign.cli.harm;

import org.jspecify.annotations.NullMarked;
