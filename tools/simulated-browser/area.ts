import { simulatedEvent, type SimulatedEvent } from './event.ts'

interface Change {
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

/** An area of the browser's storage. Values are kept as JSON, as Chromium does. */
export interface SimulatedArea {
  readonly onChanged: SimulatedEvent<[Readonly<Record<string, Change>>]>
  get(keys?: string | readonly string[] | null): Promise<Record<string, unknown>>
  set(values: Readonly<Record<string, unknown>>): Promise<void>
  remove(keys: string | readonly string[]): Promise<void>
  clear(): Promise<void>
  getBytesInUse(): Promise<number>
  setAccessLevel(): Promise<void>
  /** The keys and JSON texts stored now. */
  readonly texts: ReadonlyMap<string, string>
}

export function simulatedArea(): SimulatedArea {
  const texts = new Map<string, string>()
  const onChanged: SimulatedArea['onChanged'] = simulatedEvent()
  const valueOf = (text: string | undefined): unknown =>
    text === undefined ? undefined : (JSON.parse(text) as unknown)
  // Hours of changes of which next to none is looked at: each is parsed by whoever looks.
  const changeOf = (before: string | undefined, after: string | undefined): Change => ({
    get oldValue() {
      return valueOf(before)
    },
    get newValue() {
      return valueOf(after)
    },
  })
  return {
    onChanged,
    texts,
    get(keys) {
      const wanted = typeof keys === 'string' ? [keys] : (keys ?? [...texts.keys()])
      const found = wanted
        .filter((key) => texts.has(key))
        .map((key) => [key, valueOf(texts.get(key))] as const)
      return Promise.resolve(Object.fromEntries(found))
    },
    set(values) {
      const changes: Record<string, Change> = {}
      for (const [key, value] of Object.entries(values)) {
        const text = JSON.stringify(value) as string | undefined
        if (text === undefined) continue
        changes[key] = changeOf(texts.get(key), text)
        texts.set(key, text)
      }
      onChanged.fire(changes)
      return Promise.resolve()
    },
    remove(keys) {
      const gone = [keys].flat().filter((key) => texts.has(key))
      const changes = Object.fromEntries(
        gone.map((key) => [key, changeOf(texts.get(key), undefined)] as const),
      )
      for (const key of gone) texts.delete(key)
      if (gone.length > 0) onChanged.fire(changes)
      return Promise.resolve()
    },
    clear() {
      texts.clear()
      return Promise.resolve()
    },
    getBytesInUse: () => Promise.resolve(bytesOf(texts)),
    setAccessLevel: () => Promise.resolve(),
  }
}

/** What the browser counts against the quota: keys and JSON. */
export function bytesOf(texts: ReadonlyMap<string, string>): number {
  return [...texts].reduce((sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text), 0)
}
