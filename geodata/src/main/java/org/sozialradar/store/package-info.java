/**
 * Where revisions of areas and tables are kept: the contract that each store fulfils.
 * Implementations stand in packages below.
 */
package org.sozialradar.store;
