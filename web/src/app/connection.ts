/** First and longest wait between two tries, in milliseconds. */
export const FIRST_WAIT_MS = 2000;
export const LONGEST_WAIT_MS = 60_000;

/** Each wait is twice as long as the one before. */
export const waitBefore = (tries: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);

type Timer = ReturnType<typeof setTimeout>;

/** What a try found: whether the server answers. */
export type Probe = () => Promise<boolean>;

/**
 * Asks a server that went away again and again, ever more seldom, until it answers. One instance per page; `back` is
 * called once for each time that it went away.
 */
export class Connection {
  private tries = 0;
  private timer: Timer | undefined;
  private lost = false;
  private backAt = -Infinity;

  constructor(
    private readonly probe: Probe,
    private readonly told: (lost: boolean) => void,
    private readonly later: (run: () => void, ms: number) => Timer = (run, ms) => setTimeout(run, ms),
  ) {}

  /** An answer did not come. */
  fail(): void {
    if (this.lost) return;
    this.lost = true;
    // A server that answers here and fails there is not asked every two seconds for ever.
    if (Date.now() - this.backAt > LONGEST_WAIT_MS) this.tries = 0;
    this.told(true);
    this.wait();
  }

  /** Tries at once, such as when the browser says that it has a network again. */
  now(): void {
    if (!this.lost) return;
    clearTimeout(this.timer);
    void this.attempt();
  }

  private wait(): void {
    this.timer = this.later(() => { void this.attempt(); }, waitBefore(this.tries));
    this.tries += 1;
  }

  private async attempt(): Promise<void> {
    if (await this.probe()) {
      this.lost = false;
      this.backAt = Date.now();
      this.told(false);
    } else {
      this.wait();
    }
  }
}
