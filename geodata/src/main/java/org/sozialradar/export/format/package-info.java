/**
 * Finds the writer of a format of features. Imports the packages of all formats, which do not
 * import each other.
 */
package org.sozialradar.export.format;
