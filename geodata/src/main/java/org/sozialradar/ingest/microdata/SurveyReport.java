package org.sozialradar.ingest.microdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.survey.RakingResult;

/**
 * What an import of a wave did, for those who run the survey. It holds counts and statistics of the
 * whole sample, nothing of single persons and no size of a single area. Immutable.
 *
 * @param survey id of the questionnaire
 * @param period the wave
 * @param outcome what became of it
 * @param questionnaireSha256 checksum of the questionnaire's file
 * @param file name of the file of answers, without folders
 * @param finishedAt when the import ended
 * @param seconds how long it took
 * @param rows rows of answers that were read
 * @param respondents respondents that were accepted; stored only if the whole file was right
 * @param levels how respondents are spread over areas, from coarse to fine; empty if rejected
 * @param items how often items were not answered; empty if rejected
 * @param scales how reliable scales are; empty if rejected or fewer than {@value
 *     #LEAST_RESPONDENTS} respondents
 * @param designEffects what the design costs; empty likewise
 * @param raking how raking went; empty if no margins were given or the file was rejected
 * @param results what was made public, or what would be; empty if nothing follows an import
 * @param issueCounts number of issues by code, all of them
 * @param issues the issues, errors first, at most {@value
 *     org.sozialradar.ingest.ImportIssues#MAX_LISTED}
 */
public record SurveyReport(
    String survey,
    String period,
    Outcome outcome,
    String questionnaireSha256,
    String file,
    Instant finishedAt,
    double seconds,
    long rows,
    int respondents,
    List<LevelSpread> levels,
    List<ItemAnswers> items,
    List<ScaleQuality> scales,
    List<DesignEffect> designEffects,
    List<RakingResult.Report> raking,
    List<LocalizedText> results,
    Map<String, Long> issueCounts,
    List<ImportIssue> issues) {

  /** Below it the report gives no statistics, and an area counts as a small one. */
  public static final int LEAST_RESPONDENTS = 10;

  /** What became of a wave. */
  public enum Outcome {
    /** It is in the store. */
    @JsonProperty("stored")
    STORED,
    /** It is right; a dry run stores nothing. */
    @JsonProperty("checked")
    CHECKED,
    /** It has errors; nothing of it was stored. */
    @JsonProperty("rejected")
    REJECTED
  }

  /**
   * How respondents are spread over the areas of a level.
   *
   * @param level id of the level
   * @param name plural of the level
   * @param areas areas of the level
   * @param enough areas with {@value #LEAST_RESPONDENTS} respondents or more
   * @param few areas with fewer
   * @param none areas without respondents
   * @param outside respondents who belong to no area of the level
   */
  public record LevelSpread(
      String level, LocalizedText name, int areas, int enough, int few, int none, int outside) {}

  /**
   * How often an item was not answered.
   *
   * @param item id of the item
   * @param missing respondents without an answer
   * @param share their share of all, 0..1
   */
  public record ItemAnswers(String item, int missing, double share) {}

  /**
   * How reliable a scale is. NaN (in JSON: null) where a number cannot be computed.
   *
   * @param scale id of the scale
   * @param title its title
   * @param complete respondents who answered all its parts
   * @param alpha Cronbach's alpha
   * @param lower lower end of Feldt's 95 % interval
   * @param upper upper end
   * @param parts each item, or scale, that it is made of
   * @param areaReliability mean reliability λ of the means of areas that have respondents, 0..1
   * @param areaReliabilityOfTen reliability λ of the mean of {@value #LEAST_RESPONDENTS}
   *     respondents
   */
  public record ScaleQuality(
      String scale,
      LocalizedText title,
      int complete,
      double alpha,
      double lower,
      double upper,
      List<PartQuality> parts,
      double areaReliability,
      double areaReliabilityOfTen) {
    public ScaleQuality {
      parts = List.copyOf(parts);
    }
  }

  /**
   * How a part fits its scale. NaN (in JSON: null) where a number cannot be computed.
   *
   * @param part id of the item or scale
   * @param correctedCorrelation correlation with the sum of the others
   * @param weak whether it hardly measures what the others do
   * @param alphaIfDropped alpha without it
   */
  public record PartQuality(
      String part, double correctedCorrelation, boolean weak, double alphaIfDropped) {}

  /**
   * What the design costs a result, over the whole sample.
   *
   * @param result id of the scale or proportion
   * @param respondents respondents who count
   * @param effectiveSize Kish's effective number of them
   * @param designEffect variance over that of a simple random sample of as many
   */
  public record DesignEffect(
      String result, int respondents, double effectiveSize, double designEffect) {}

  public SurveyReport {
    levels = List.copyOf(levels);
    items = List.copyOf(items);
    scales = List.copyOf(scales);
    designEffects = List.copyOf(designEffects);
    raking = List.copyOf(raking);
    results = List.copyOf(results);
    issueCounts = Collections.unmodifiableMap(new LinkedHashMap<>(issueCounts));
    issues = List.copyOf(issues);
  }

  /**
   * The report of a wave whose questionnaire could not be read.
   *
   * @param questionnaire name of its file, which stands in the place of its id
   * @param answers name of the file of answers
   */
  public static SurveyReport ofRejected(
      String questionnaire,
      ReferencePeriod period,
      String answers,
      ImportIssue issue,
      Instant finishedAt) {
    return new SurveyReport(
        questionnaire,
        period.id(),
        Outcome.REJECTED,
        "",
        answers,
        finishedAt,
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(issue.code(), 1L),
        List.of(issue));
  }

  /** Whether nothing was stored because of errors. */
  @JsonProperty("rejected")
  public boolean isRejected() {
    return outcome == Outcome.REJECTED;
  }

  /** Number of issues with this code. */
  public long count(String issueCode) {
    return issueCounts.getOrDefault(issueCode, 0L);
  }

  /** The report for machines: JSON, UTF-8, instants after ISO 8601. */
  public String toJson() {
    return SurveyReportJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is no report
   */
  public static SurveyReport ofJson(String json) {
    return SurveyReportJson.read(json);
  }

  /** The report for people, in German if the locale is German, else in English. */
  public String toText(Locale locale) {
    return new SurveyReportText(locale).of(this);
  }
}
