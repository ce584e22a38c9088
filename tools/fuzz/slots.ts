/** A place in a value that holds another: a field, an element, an entry. */
export interface Slot {
  readonly path: string
  /** What holds it. */
  readonly holder: object
  get(): unknown
  set(value: unknown): void
  remove(): void
}

/** Arrays of numbers of one type. */
export type NumberArray = Exclude<ArrayBufferView, DataView> & ArrayLike<number | bigint>

export const isNumberArray = (value: unknown): value is NumberArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView)

/** Every place directly within a value; none within a number or a text. */
export function slotsOf(value: unknown, path: string): readonly Slot[] {
  if (typeof value !== 'object' || value === null) return []
  const at = (key: unknown) => (path ? `${path}.${String(key)}` : String(key))
  if (value instanceof Map) return [...value.keys()].map((key) => mapSlot(value, key, at(key)))
  if (value instanceof Set) return [...value].map((one) => setSlot(value, one, at(one)))
  // A column of thousands of numbers: its first, its last and one of the middle stand for all.
  const keys = isNumberArray(value) ? columnKeys(value) : Object.keys(value)
  return keys.map((key) => fieldSlot(value, key, at(key)))
}

const columnKeys = ({ length }: NumberArray) =>
  [...new Set([0, length >> 1, length - 1])].filter((i) => i >= 0 && i < length).map(String)

function fieldSlot(holder: object, key: string, path: string): Slot {
  return {
    path,
    holder,
    get: () => Reflect.get(holder, key) as unknown,
    // Defined, not assigned: the key may be `__proto__`. A column takes what it can make a number of.
    set: (value) => {
      if (isNumberArray(holder)) Reflect.set(holder, key, numberOf(value))
      else Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
    },
    remove: () => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else if (isNumberArray(holder)) Reflect.set(holder, key, NaN)
      else Reflect.deleteProperty(holder, key)
    },
  }
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : NaN)

function mapSlot(holder: Map<unknown, unknown>, key: unknown, path: string): Slot {
  return {
    path,
    holder,
    get: () => holder.get(key),
    set: (value) => void holder.set(key, value),
    remove: () => void holder.delete(key),
  }
}

function setSlot(holder: Set<unknown>, one: unknown, path: string): Slot {
  const remove = () => void holder.delete(one)
  return {
    path,
    holder,
    get: () => one,
    set: (value) => {
      remove()
      holder.add(value)
    },
    remove,
  }
}
