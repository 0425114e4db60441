/**
 * The file as it was sent is gone for good once its key is forgotten: when a page of it was blacked
 * out, or a virus was found in it (S10.3, S13.4).
 */
export function isOriginalKept({ wrappedKey }: { wrappedKey: string }): boolean {
  return wrappedKey !== '';
}
