// What the main thread of the page does meanwhile: tasks as a person feels them, and what of them the page itself computes.

/** Asks the browser for its own entries of tasks above 50 ms; before the page's first script. */
export function watchLongTasks(page) {
  return page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask', buffered: true });
  });
}

/**
 * Runs `work` and answers the longest task in milliseconds, twice: `wall` by the clock, from the browser's long-task entries
 * (0 when none was above 50 ms), and `own`, the most that one task computed itself. What lies between is waiting: for the
 * process that draws, which without a graphics card computes each picture on the same cores, and for those cores.
 */
export async function tasksDuring(browser, page, work) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const completed = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'], recordMode: 'recordAsMuchAsPossible' } });
  await page.evaluate(() => void (window.longTasks.length = 0));
  await work();
  // Entries come a moment after their task.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const wall = await page.evaluate(() => Math.max(0, ...window.longTasks));
  await session.send('Tracing.end');
  await completed;
  await session.detach();
  return { wall, own: longestOwn(events) };
}

/** The most processor time of one task of the busiest main thread of a page, in milliseconds. */
function longestOwn(events) {
  const threads = events.filter((one) => one.name === 'thread_name' && one.args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`);
  const sums = new Map(threads.map((thread) => [thread, { sum: 0, longest: 0 }]));
  for (const { ph, pid, tid, name, tdur } of events) {
    const found = sums.get(`${pid} ${tid}`);
    if (ph !== 'X' || !found || !tdur || !/RunTask$/.test(name)) continue;
    found.sum += tdur;
    found.longest = Math.max(found.longest, tdur);
  }
  const busiest = [...sums.values()].sort((a, b) => b.sum - a.sum)[0];
  if (!busiest) throw new Error('the trace has no main thread of a page');
  return busiest.longest / 1000;
}
