import { followTogether, type LocalValue } from './follow-together.ts'
import type { Stored } from './stored.ts'

/**
 * Follows several stored items as one object: calls back once when every item has been read, then on each change.
 *
 * @param items stored items by name
 * @param callback gets the latest value of every item, and those that are new: all of them in the first call,
 * those that changed in each later call
 * @param signal ends all subscriptions when aborted
 */
export function followAll<T extends object>(
  items: { readonly [K in keyof T]: Pick<Stored<T[K]>, 'local' | 'follow'> },
  callback: (values: NoInfer<T>, changed: Partial<NoInfer<T>>) => void,
  signal?: AbortSignal,
): void {
  const keys = Object.keys(items) as (keyof T)[]
  const isComplete = (known: Partial<T>): known is T => keys.every((key) => key in known)
  let values: Partial<T> = {}
  const take = (changed: Partial<T>) => {
    const wasComplete = isComplete(values)
    values = { ...values, ...changed }
    if (isComplete(values)) callback(values, wasComplete ? changed : values)
  }
  const local: { [K in keyof T]?: LocalValue<T[K]> } = {}
  const follow = <K extends keyof T>(key: K) => {
    const item = items[key]
    if (item.local) local[key] = item.local
    else item.follow((value) => take({ [key]: value } as unknown as Partial<T>), signal)
  }
  keys.forEach(follow)
  followTogether(local as { [K in keyof T]: LocalValue<T[K]> }, take, signal)
}
