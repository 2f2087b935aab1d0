/** Output that appears whole or not at all. */
@NullMarked
package org.offlinesign.file;

import org.jspecify.annotations.NullMarked;
