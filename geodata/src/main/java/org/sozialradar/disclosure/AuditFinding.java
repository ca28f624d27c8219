package org.sozialradar.disclosure;

/**
 * Something that follows from published cells although it must not. Internal; never a value.
 *
 * @param cell the suppressed cell, or for a union a published cell that it follows from
 * @param reason what follows
 */
public record AuditFinding(CellKey cell, SuppressionReason reason) {}
