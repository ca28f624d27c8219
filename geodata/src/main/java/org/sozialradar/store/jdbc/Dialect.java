package org.sozialradar.store.jdbc;

/**
 * What differs between the databases that hold the schema.
 *
 * @param binaryType type of bytes without a limit
 * @param textArrayType name of the element type in arrays of text
 * @param numberArrayType name of the element type in arrays of numbers
 * @param snapshotIsolation JDBC isolation level at which all statements of a transaction see one
 *     state
 * @param arrayElements elements of an array at most
 */
public record Dialect(
    String binaryType,
    String textArrayType,
    String numberArrayType,
    int snapshotIsolation,
    int arrayElements) {}
