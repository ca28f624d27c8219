/**
 * Where the answers of respondents are kept: a file of their own beside the embedded store,
 * readable by its owner only, or the schema {@code survey_private} of PostgreSQL, which the role
 * that serves cannot see. What is deleted here is deleted for good, as far as a database can see to
 * that.
 *
 * <p>Must not be imported by anything that serves.
 */
package org.sozialradar.store.microdata;
