package org.sozialradar.server.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code radar}: holds what all commands share. */
@Command(name = "radar")
@SuppressWarnings("UnusedVariable") // picocli looks at the fields.
final class RadarCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "option.help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "option.version")
  private boolean version;

  /**
   * Read before the others, as it says in which language all texts are: see {@link
   * RadarCommandLine}.
   */
  @Option(
      names = "--lang",
      paramLabel = "de|en",
      scope = ScopeType.INHERIT,
      descriptionKey = "option.lang")
  private String language;

  @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "option.debug")
  private boolean debug;

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
