/**
 * What an office saves besides data: sets of weights, incidents, measures. Not revisioned: a record
 * is replaced or deleted for good. Nothing about persons belongs in it.
 *
 * <p>Imports no other package. Stores keep records as they are; what stands in them is a matter of
 * who saves them.
 */
package org.sozialradar.records;
