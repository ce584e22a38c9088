const maxTries = 400

/**
 * A smaller message that still does the same: parts are left out one after the other, the largest first, as long as
 * it does.
 *
 * @param stillFails whether a smaller message does the same
 */
export async function shrink(
  input: unknown,
  stillFails: (smaller: unknown) => Promise<boolean>,
): Promise<unknown> {
  const root = { input: structuredClone(input) }
  let tries = 0
  async function shrinkWithin(holder: object): Promise<void> {
    for (const key of Object.keys(holder).reverse()) {
      if (tries >= maxTries) return
      const value: unknown = Reflect.get(holder, key)
      const undo = Array.isArray(holder) ? [...(holder as unknown[])] : null
      tries++
      if (holder !== root) {
        if (undo) (holder as unknown[]).splice(Number(key), 1)
        else Reflect.deleteProperty(holder, key)
        if (await stillFails(structuredClone(root.input))) continue
        if (undo) (holder as unknown[]).splice(0, Infinity, ...undo)
        else
          Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
      }
      if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) await shrinkWithin(value)
    }
  }
  await shrinkWithin(root)
  return root.input
}
