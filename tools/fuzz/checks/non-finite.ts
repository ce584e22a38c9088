type Step = readonly [value: unknown, path: string]

/** Fields that may be infinite: there they say "none yet" or "never". */
const mayBeInfinite = (path: string) => /\.(score|heardAt|since|before)$/.test(path)

/**
 * Where a value holds a number that is not finite, at any depth; null where it holds none. Looks into lists,
 * objects, Maps, Sets and typed arrays.
 */
export function nonFiniteIn(value: unknown): string | null {
  const seen = new Set<object>()
  const left: Step[] = [[value, '']]
  for (let step = left.pop(); step; step = left.pop()) {
    const [one, path] = step
    if (typeof one === 'number') {
      const isSound = Number.isFinite(one) || (!Number.isNaN(one) && mayBeInfinite(path))
      if (!isSound) return `${path || 'the value'} = ${one}`
    }
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    for (const [key, inner] of entriesOf(one)) left.push([inner, `${path}.${key}`])
  }
  return null
}

function entriesOf(value: object): Iterable<readonly [string, unknown]> {
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner] as const)
  if (value instanceof Set) return [...value].map((inner, i) => [String(i), inner] as const)
  return Object.entries(value)
}
