/**
 * Puts a text on the clipboard; resolves with whether it lies there. A page that came over plain HTTP has no clipboard
 * at all, and a browser may refuse its own.
 */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
