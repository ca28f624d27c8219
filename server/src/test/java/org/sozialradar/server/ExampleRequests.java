package org.sozialradar.server;

import java.util.List;

/** For every route an address that the server over the {@link TestCountry} answers well. */
final class ExampleRequests {
  static final List<String> ALL =
      List.of(
          "/",
          "/?indicator=population&year=2023&whatever=x",
          "/favicon.svg",
          "/licences.txt",
          "/assets/" + PageFiles.anyAsset(),
          "/api/config",
          "/api/openapi.json",
          "/api/catalog",
          "/api/levels",
          "/api/indicators",
          "/api/indicators/population",
          "/api/indicators/population/values",
          "/api/indicators/population/values?level=district&period=2021&edition=2022",
          "/api/revisions/3/indicators/population/values?level=municipality&period=2023&edition=2023",
          "/api/revisions/3/indicators/trust/values",
          "/api/indicators/population/values?format=csv",
          "/api/areas",
          "/api/areas?q=g%C3%B6rl&level=municipality&edition=2022&limit=5",
          "/api/areas/14521035",
          "/api/areas/14521010?edition=2022",
          "/api/areas/14626?level=district",
          "/api/areas/14626110/profile",
          "/api/areas/14626110/profile?period=2021",
          "/api/classify?indicator=population&level=municipality",
          "/api/classify?indicator=population&level=municipality&method=manual&breaks=30000",
          "/api/classify?indicator=population&level=municipality&revision=3",
          "/api/network",
          "/tiles/municipality.json",
          "/tiles/network.json?edition=2022",
          "/tiles/municipality.json?columns=population,trust:2023",
          "/styles/municipality.json",
          "/styles/district.json?edition=2022&columns=population:2021",
          "/styles/network.json",
          "/problems/unknown-layer",
          "/tiles/municipality/8/137/85.mvt",
          "/tiles/municipality/8/137/85.mvt?edition=2022&columns=population:2021",
          "/tiles/3/2023/municipality/8/137/85.mvt",
          "/tiles/3/2023/municipality/8/137/85.mvt?columns=population,trust:2023",
          "/tiles/3/2023/municipality/8/0/0.mvt",
          "/tiles/3/2023/network/8/137/85.mvt",
          "/health/live",
          "/health/ready",
          "/metrics");

  private ExampleRequests() {}
}
