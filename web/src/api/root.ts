/**
 * The one place that knows below which path the server lies: "/", or such as "/radar/" behind another web server. The
 * page stands in that folder, as itself and as what a frame shows, so its own address tells.
 */
export const rootOf = (page: string): string => new URL(".", page).pathname;

/** Tests without a browser have no page. */
const ROOT = typeof document === "undefined" ? "/" : rootOf(document.baseURI);

/** Path of an address of the server, which begins with a slash, as this page has to ask for it. */
export const at = (path: string, root = ROOT): string => root + path.slice(1);

/**
 * Path of an address that the server itself named, as this page has to ask for it. The server may know the path before
 * its own or not, and may call its host something else: visitors know it by the address of the page.
 */
export function named(address: string, root = ROOT): string {
  const path = address.replace(/^https?:\/\/[^/]+/, "");
  return path.startsWith(root) ? path : at(path, root);
}

/** A path in full, for whom it is handed to. */
export const inFull = (path: string, origin = location.origin): string => origin + path;
