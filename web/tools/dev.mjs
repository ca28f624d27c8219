// Builds the page readable and serves it with the fixture's made-up answers; build again after a change.
import { buildPage } from "./page.mjs";

await buildPage({ minify: false });
const { serve } = await import("../test/fixture/server.mjs");
serve(Number(process.env.PORT ?? 7071));
