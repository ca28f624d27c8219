/**
 * Folders that are deleted with all that they hold. Imports nothing of the project; knows nothing
 * of what files mean.
 */
package org.sozialradar.file;
