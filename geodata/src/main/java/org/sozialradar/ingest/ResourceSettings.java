package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What stands under {@code radar} of a resource: a record for each kind, beside the importer that
 * understands it. A key that the record lacks is an error of the manifest.
 *
 * <p>Values are checked in the compact constructor, which throws {@link InvalidSettingException}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface ResourceSettings {}
