package org.sozialradar.store.microdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.sozialradar.store.StoreException;
import org.sozialradar.survey.WeightCalibration;

/** How the weights of a wave were raked, as text of a column: JSON, if they were. */
final class CalibrationText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CalibrationText() {}

  static Optional<String> of(List<WeightCalibration> calibration) {
    return calibration.stream().map(CalibrationText::write).findFirst();
  }

  private static String write(WeightCalibration calibration) {
    try {
      return JSON.writeValueAsString(calibration);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a calibration cannot be written as JSON", impossible);
    }
  }

  static List<WeightCalibration> read(Optional<String> column) {
    return column.map(CalibrationText::read).stream().toList();
  }

  private static WeightCalibration read(String json) {
    try {
      return JSON.readValue(json, WeightCalibration.class);
    } catch (JsonProcessingException malformed) {
      throw new StoreException("the calibration of a wave cannot be read", malformed);
    }
  }
}
