import { type Random, oddValues, oneOf, wholeBelow } from './odd-values.ts'
import { type Slot, slotsOf } from './slots.ts'

/** A damaged copy of a value. */
export interface Mutated {
  readonly value: unknown
  /** What was done to it, for the report: `value.data.pairs.AUSDT.at = NaN`. */
  readonly what: readonly string[]
}

/** How likely a walk ends at the slot it has reached. */
const stopShare = 0.1
const maxDamages = 3

/**
 * Damages a copy of a stored value as a broken disk, an older version or a bug would: keys lost, types swapped,
 * numbers out of every range, lists cut or grown, references to itself. The same seed damages alike.
 *
 * @param value plain data: objects, lists, Maps, Sets, typed arrays; never changed itself
 * @param random a source in [0, 1), such as `seeded(7)` of tools/examples
 */
export function mutate(value: unknown, random: Random): Mutated {
  const root: { value?: unknown } = { value: structuredClone(value) }
  const what: string[] = []
  for (let left = 1 + wholeBelow(maxDamages, random); left > 0 && 'value' in root; left--) {
    const slot = slotWithin(root, random)
    what.push(damage(slot, root, random))
  }
  return { value: root.value, what }
}

/** A slot reached by chance; of two branches the one with more within, else most damage were done near the root. */
function slotWithin(root: object, random: Random): Slot {
  let [slot] = slotsOf(root, '') as [Slot]
  for (;;) {
    const inner = slotsOf(slot.get(), slot.path)
    if (inner.length === 0 || random() < stopShare) return slot
    const [a, b] = [oneOf(inner, random), oneOf(inner, random)]
    slot = breadthOf(a) > breadthOf(b) ? a : b
  }
}

const breadthOf = (slot: Slot) => slotsOf(slot.get(), '').length

function damage(slot: Slot, root: object, random: Random): string {
  const kind = random()
  if (kind < 0.15) {
    slot.remove()
    return `${slot.path} removed`
  }
  if (kind < 0.25) {
    const other = slotWithin(root, random)
    const [mine, its] = [slot.get(), other.get()]
    slot.set(its)
    other.set(mine)
    return `${slot.path} swapped with ${other.path}`
  }
  const [name, odd] = oneOf(oddValues(slot, random), random)
  slot.set(odd)
  return `${slot.path} = ${name}`
}
