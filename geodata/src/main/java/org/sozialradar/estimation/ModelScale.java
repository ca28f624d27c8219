package org.sozialradar.estimation;

/** The scale on which direct values are modelled. */
public enum ModelScale {
  /** As they are: means of scales and other values without bounds that matter. */
  IDENTITY,
  /** The arcsine of the square root, for proportions; see {@link ArcsineModel}. */
  ARCSINE;

  /** A value of the model brought back to the scale of the result, as the draws need it. */
  double back(double modelled) {
    return this == IDENTITY ? modelled : ArcsineModel.back(modelled);
  }
}
