/** Fields that may be infinite: there they say "none yet" or "never". */
const mayBeInfinite: ReadonlySet<unknown> = new Set(['score', 'heardAt', 'since', 'before'])

/**
 * Where a value holds a number that is not finite, at any depth; null where it holds none. Looks into lists,
 * objects, Maps, Sets and typed arrays.
 */
export function nonFiniteIn(value: unknown): string | null {
  if (typeof value === 'number') return isSound(value, '') ? null : `the value = ${value}`
  return holds(value) ? within(value, new Set([value])) : null
}

const holds = (value: unknown): value is object => typeof value === 'object' && value !== null

const isSound = (value: number, key: unknown): boolean =>
  Number.isFinite(value) || (!Number.isNaN(value) && mayBeInfinite.has(key))

/** Goes through millions of numbers and finds hardly anything: paths are put together on the way back alone. */
function within(holder: object, seen: Set<object>): string | null {
  const faultAt = (key: unknown, inner: unknown): string | null => {
    if (typeof inner === 'number') return isSound(inner, key) ? null : `.${String(key)} = ${inner}`
    if (!holds(inner) || seen.has(inner)) return null
    seen.add(inner)
    const found = within(inner, seen)
    return found && `.${String(key)}${found}`
  }
  if (Array.isArray(holder) || ArrayBuffer.isView(holder)) {
    const list = holder as ArrayLike<unknown>
    for (let i = 0; i < list.length; i++) {
      const found = faultAt(i, list[i])
      if (found !== null) return found
    }
    return null
  }
  const entries =
    holder instanceof Map ? holder : holder instanceof Set ? [...holder].entries() : Object.entries(holder)
  for (const [key, inner] of entries) {
    const found = faultAt(key, inner)
    if (found !== null) return found
  }
  return null
}
