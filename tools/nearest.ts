/** Number of letters to add, remove or change to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(row[j]! + Number(letter !== b[j]), row[j + 1]! + 1, next[j]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

/** The choice that a mistyped word may have meant; undefined where none is near. */
export function nearest<T extends string>(word: string, choices: readonly T[]): T | undefined {
  const written = word.toLowerCase()
  const started = choices.find((each) => written.length >= 3 && each.startsWith(written))
  const [best] = choices
    .map((each) => ({ each, far: distance(written, each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.max(2, each.length / 3))
    .toSorted((a, b) => a.far - b.far)
  return started ?? best?.each
}
