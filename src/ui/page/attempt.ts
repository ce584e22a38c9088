/** What several parts of a page share, computed outside of their boundaries; null where that throws. */
export function attempt<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    console.warn('A part of the page could not be computed', error)
    return null
  }
}
