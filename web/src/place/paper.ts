/** An A4 sheet between the margins of print.css, in CSS pixels, less two or three lines: on paper words wrap a little otherwise. */
const SHEET = ((297 - 2 * 12) * 96 * 0.96) / 25.4;
const SCALES = [1.25, 1.2, 1.15, 1.1, 1.05, 1, 0.975, 0.95, 0.925, 0.9, 0.85] as const;

/**
 * Before a place is printed, makes the text of each of its two sheets as large as the sheet holds: a town where people
 * were asked has fifty values, others have twenty. Returns what ends that.
 */
export function fillSheets(article: HTMLElement): () => void {
  const fill = (): void => {
    const second = article.querySelector(".place-indicators");
    const top = (article.closest(".page") ?? article).getBoundingClientRect().top;
    if (!second) return;
    largest(article, "--first-sheet", () => second.getBoundingClientRect().top - top);
    largest(article, "--second-sheet", () => second.getBoundingClientRect().height);
  };
  addEventListener("beforeprint", fill);
  return () => { removeEventListener("beforeprint", fill); };
}

/** The largest scale at which a sheet holds its part, else the smallest. */
function largest(article: HTMLElement, name: string, height: () => number): void {
  for (const scale of SCALES) {
    article.style.setProperty(name, String(scale));
    if (height() <= SHEET) return;
  }
}
