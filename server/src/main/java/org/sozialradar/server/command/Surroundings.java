package org.sozialradar.server.command;

import java.io.PrintWriter;
import java.util.Map;
import org.sozialradar.publication.Releases;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * What the commands find around them.
 *
 * @param environment variables of the process
 * @param language language of all texts
 * @param texts messages
 * @param version version of the product
 * @param serving starts what serves
 * @param archiving writes layers as archives
 * @param contents writes the files of releases
 * @param out for results
 * @param err for messages and progress
 */
record Surroundings(
    Map<String, String> environment,
    Language language,
    Texts texts,
    String version,
    Serving serving,
    Archiving archiving,
    Releases.Contents contents,
    PrintWriter out,
    PrintWriter err) {}
