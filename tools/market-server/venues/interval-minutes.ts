/** Minutes of a venue's words for the lengths of a candle: `minutesOf('1m 5m 1h')`; undefined for another word. */
export function minutesOf(words: string): (word: string | null) => number | undefined {
  const byWord = new Map(words.split(' ').map((word) => [word, wordMinutes(word)]))
  return (word) => byWord.get(word ?? '')
}

/** `5m`, `5min`, `60min`, `4h`, `4hour`, `4H`, `1d`, `1day`; a bare number is minutes. */
function wordMinutes(word: string): number {
  const [, count, unit = ''] = /^(\d+)([A-Za-z]*)$/.exec(word) ?? []
  const perUnit = unit.startsWith('d') ? 1_440 : /^h/i.test(unit) ? 60 : 1
  return Number(count) * perUnit
}

/** A time in a query, ms UTC; `fallback` where it is absent. @param unitMs 1000 where the venue counts seconds */
export function timeIn(query: URLSearchParams, name: string, fallback: number, unitMs = 1): number {
  const value = query.get(name)
  return value === null ? fallback : Number(value) * unitMs
}
