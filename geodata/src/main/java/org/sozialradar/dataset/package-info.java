/**
 * Where data comes from: data sets with publisher, licence, attribution, vintage and checksums, and
 * texts in the two languages of the product.
 *
 * <p>The base of the house: it imports no other package of the project.
 */
package org.sozialradar.dataset;
