import type { Stored } from './stored.ts'

/**
 * Follows several stored items as one object: calls back once when every item has been read, then on each change.
 *
 * @param items stored items by name
 * @param callback gets the latest value of every item, and those that are new: all of them in the first call,
 * one in each later call
 * @param signal ends all subscriptions when aborted
 */
export function followAll<T extends object>(
  items: { readonly [K in keyof T]: Pick<Stored<T[K]>, 'follow'> },
  callback: (values: NoInfer<T>, changed: Partial<NoInfer<T>>) => void,
  signal?: AbortSignal,
): void {
  const keys = Object.keys(items) as (keyof T)[]
  const isComplete = (known: Partial<T>): known is T => keys.every((key) => key in known)
  let values: Partial<T> = {}
  const follow = <K extends keyof T>(key: K) =>
    items[key].follow((value) => {
      const changed: Partial<T> = {}
      changed[key] = value
      const wasComplete = isComplete(values)
      values = { ...values, ...changed }
      if (isComplete(values)) callback(values, wasComplete ? changed : values)
    }, signal)
  keys.forEach(follow)
}
