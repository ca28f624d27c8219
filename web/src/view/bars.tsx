/** A part of a whole, on one side of zero or the other. */
export interface Part {
  readonly name: string;
  readonly value: number;
}

interface BarsProps {
  readonly title: string;
  readonly note: string;
  /** Headings of the table that the bars are, and the name of their sum. */
  readonly what: string;
  readonly how: string;
  readonly sum: string;
  readonly parts: readonly Part[];
  readonly text: (value: number) => string;
}

const WIDTH = 120;

/** Bars to both sides of zero, each with its number in words: they are their own table. */
export function Bars({ title, note, what, how, sum, parts, text }: BarsProps) {
  const low = Math.min(0, ...parts.map((one) => one.value));
  const high = Math.max(0, ...parts.map((one) => one.value));
  const place = (value: number): number => (high > low ? ((value - low) / (high - low)) * WIDTH : 0);
  const total = parts.reduce((all, one) => all + one.value, 0);
  return (
    <figure class="contributions">
      <figcaption>
        <span class="figure-title">{title}</span>
        <span class="note">{note}</span>
      </figcaption>
      <table>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{what}</th>
            <th scope="col" aria-hidden="true" />
            <th scope="col">{how}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.name}</th>
              <td aria-hidden="true" class="contribution-cell">
                <svg viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height="14">
                  <line class="axis" x1={place(0)} x2={place(0)} y1="0" y2="14" />
                  <rect class={one.value < 0 ? "contribution contribution-less" : "contribution"} x={Math.min(place(0), place(one.value))} y="3" width={Math.abs(place(one.value) - place(0))} height="8" />
                </svg>
              </td>
              <td class="number">{text(one.value)}</td>
            </tr>
          ))}
          <tr class="contribution-sum">
            <th scope="row">{sum}</th>
            <td aria-hidden="true" />
            <td class="number">{text(total)}</td>
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
