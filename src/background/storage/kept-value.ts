import type { Stored } from '../../shared/storage/stored.ts'
import { createStoredWriter } from './stored-writer.ts'

/** A stored value that this worker goes by, also while the browser cannot store it. */
interface KeptValue<T> {
  /** What was set last; else what is stored. Rejects where the browser does not answer in time. */
  get(): Promise<T>
  /** Sets the value and stores it as soon as that is possible; resolves when it was tried. Never rejects. */
  set(value: T): Promise<void>
  /** What is not stored yet; undefined: all is. */
  readonly unstored: T | undefined
  /** Goes by what is stored, whatever could not be. */
  forget(): void
}

export function createKeptValue<T>(item: Pick<Stored<T>, 'key' | 'get' | 'set'>): KeptValue<T> {
  const writer = createStoredWriter(item)
  return {
    get: () => (writer.unstored === undefined ? item.get() : Promise.resolve(writer.unstored)),
    set: (value) => writer.write(value).then(() => undefined),
    get unstored() {
      return writer.unstored
    },
    forget: () => writer.forget(),
  }
}
