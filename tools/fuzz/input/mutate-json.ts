import type { Chance } from './chance.ts'
import { oddKeys, oddNumbers, oddTexts, oddValue } from './odd-values.ts'

/** A place within a value: a field of an object, or an element of a list. */
interface Place {
  readonly holder: object
  readonly key: string
}

/** How likely a walk goes on from a place that it has reached. */
const goesOn = 0.8
const maxDamages = 5
const maxRepeats = 30

/**
 * A damaged copy of a JSON value, as a changed, broken or hostile venue would send it: fields renamed, lost, added
 * or of other types, rows repeated, numbers out of every range. The same choices damage alike.
 */
export function mutateJson(value: unknown, chance: Chance): unknown {
  const root = { value: structuredClone(value) }
  for (let left = 1 + chance.below(maxDamages); left > 0; left--) damage(placeWithin(root, chance), chance)
  return root.value
}

const holds = (value: unknown): value is object => typeof value === 'object' && value !== null

function placeWithin(root: object, chance: Chance): Place {
  let place: Place = { holder: root, key: 'value' }
  for (;;) {
    const inner = valueAt(place)
    const keys = holds(inner) ? Object.keys(inner) : []
    if (keys.length === 0 || !chance.has(goesOn)) return place
    place = { holder: inner as object, key: chance.of(keys) }
  }
}

const valueAt = ({ holder, key }: Place): unknown => Reflect.get(holder, key)

/** Defined, not assigned, as JSON.parse does: the key may be `__proto__`. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else Reflect.deleteProperty(holder, key)
}

function damage(place: Place, chance: Chance): void {
  const { holder, key } = place
  const value = valueAt(place)
  const kind = chance.next()
  if (kind < 0.1) return remove(place)
  if (kind < 0.2 && !Array.isArray(holder)) {
    remove(place)
    return define(holder, chance.has(0.5) ? chance.of(oddKeys) : `${key}_v2`, value)
  }
  if (kind < 0.28 && holds(value) && !Array.isArray(value)) {
    return define(value, chance.of(oddKeys), oddValue(chance))
  }
  if (kind < 0.36 && Array.isArray(holder)) {
    const copies = Array.from({ length: 1 + chance.below(maxRepeats) }, () => structuredClone(value))
    return void holder.splice(Number(key), 0, ...copies)
  }
  if (kind < 0.4) return define(holder, key, chance.has(0.5) ? [value] : { data: value })
  if (kind < 0.44 && Array.isArray(value)) return void value.reverse()
  if (kind < 0.75) return define(holder, key, alike(value, chance))
  define(holder, key, oddValue(chance))
}

/** Another value of the same type: what only a look at the value itself finds wrong. */
function alike(value: unknown, chance: Chance): unknown {
  if (typeof value === 'number') return oddNumberLike(value, chance)
  if (typeof value !== 'string') return oddValue(chance)
  // Most venues write numbers as text.
  if (value !== '' && Number.isFinite(Number(value))) return String(oddNumberLike(Number(value), chance))
  return chance.of<() => string>([
    () => chance.of(oddTexts),
    () => value + chance.of(oddTexts),
    () => value.slice(0, chance.below(value.length + 1)),
    () => value.toLowerCase(),
    () => [...value].reverse().join(''),
    () => value.repeat(1 + chance.below(maxRepeats)),
  ])()
}

const oddNumberLike = (value: number, chance: Chance): number =>
  chance.of([
    value * 10 ** (chance.below(40) - 20),
    -value,
    value + 0.5,
    value + (chance.next() - 0.5) * 2e8,
    value * (1 + 0.2 * (chance.next() - 0.5)),
    chance.of(oddNumbers),
  ])
