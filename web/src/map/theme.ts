/** Colours of everything on the map that is not data, for a light and a dark surrounding. */
export interface MapTheme {
  readonly ground: string;
  /** Land whose values have not arrived yet. */
  readonly land: string;
  readonly areaBorder: string;
  readonly districtBorder: string;
  readonly accent: string;
  readonly halo: string;
  readonly ink: string;
  readonly missing: { readonly line: string; readonly ground: string };
  /** What paled areas fade towards: never the colour of a class, nor darker in the dark, where darker means more. */
  readonly fade: string;
  /** Dots on areas whose intervals are wide. */
  readonly speck: string;
  readonly withheld: { readonly line: string; readonly ground: string };
}

export const LIGHT: MapTheme = {
  ground: "#e8ebe9",
  land: "#fbfbf8",
  areaBorder: "rgba(255,255,255,0.6)",
  districtBorder: "#3d4b55",
  accent: "#0b4a82",
  halo: "#ffffff",
  ink: "#1c2328",
  missing: { line: "#929ba1", ground: "#e3e6e6" },
  fade: "#e8ebe9",
  speck: "#ffffff",
  withheld: { line: "#4b545a", ground: "#b4babd" },
};

export const DARK: MapTheme = {
  ground: "#12171a",
  land: "#2b343a",
  areaBorder: "rgba(255,255,255,0.35)",
  districtBorder: "#0b0f12",
  accent: "#8cc4f5",
  halo: "#0b0f12",
  ink: "#e8edf0",
  missing: { line: "#6c777e", ground: "#39434a" },
  fade: "#7b868d",
  speck: "#ffffff",
  withheld: { line: "#c2cacf", ground: "#5b666d" },
};
