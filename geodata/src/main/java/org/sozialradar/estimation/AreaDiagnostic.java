package org.sozialradar.estimation;

import org.sozialradar.area.AreaCode;

/**
 * How a sampled area fits the model.
 *
 * @param area which; never a hidden one
 * @param standardisedResidual (y − x'β̂)/√(A + ψ − x'Qx) on the model's scale; about normal
 * @param leaveOneOut what the model says of the area when it is left out, on the scale of the
 *     result
 * @param error direct value less that, on the scale of the result
 */
public record AreaDiagnostic(
    AreaCode area, double standardisedResidual, double leaveOneOut, double error) {}
