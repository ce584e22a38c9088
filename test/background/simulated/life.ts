import { openDB } from 'idb'
import browser from '../../shared/browser-stub.ts'

/** The life of one worker: what it asks of the browser once it has ended is neither done nor answered. */
export class Life {
  isOver = false
  readonly databases = new Set<Pick<IDBDatabase, 'close'>>()

  /** Ends it as the browser does, which closes its databases. */
  end(): void {
    this.isOver = true
    for (const db of this.databases) db.close()
  }
}

/** Called after each write to a storage, and each thing shown, has been done; it may end the life there. */
export type OnDone = (name: string) => void

const never = () => new Promise<never>(() => undefined)
const writes = /^(set|remove|clear|create|put|delete|add|update)/

/** What a call gives to a worker: nothing any more once its life is over, also where that ended meanwhile. */
async function answered(life: Life, result: Promise<unknown>): Promise<unknown> {
  try {
    const answer = await result
    return life.isOver ? await never() : follow(life, answer, null)
  } catch (error) {
    if (life.isOver) return never()
    throw error
  }
}

/** Whether a value can be asked for more: a part of the browser, or of its database. */
const isPart = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  [IDBDatabase, IDBTransaction, IDBObjectStore, IDBIndex, IDBCursor].some((kind) => value instanceof kind)

function follow(life: Life, value: unknown, onDone: OnDone | null): unknown {
  if (value instanceof Promise) return answered(life, value)
  return isPart(value) ? mortal(life, value, onDone ?? parts.get(life)!) : value
}

const parts = new WeakMap<Life, OnDone>()

/** A part of the browser as one worker has it. @param isDeep whether what it holds are parts as well */
function mortal<T extends object>(life: Life, part: T, onDone: OnDone, isDeep = false): T {
  parts.set(life, onDone)
  return new Proxy(part, {
    get(_, key) {
      const value: unknown = Reflect.get(part, key)
      if (typeof value !== 'function')
        return isDeep && typeof value === 'object' && value !== null
          ? mortal(life, value, onDone, true)
          : follow(life, value, onDone)
      return (...args: unknown[]) => {
        if (life.isOver) return never()
        const result: unknown = Reflect.apply(value, part, args)
        if (result instanceof Promise && writes.test(String(key))) onDone(String(key))
        return follow(life, result, onDone)
      }
    },
  })
}

/** The browser's interface for one worker. */
export const mortalBrowser = (life: Life, onDone: OnDone): typeof browser =>
  mortal(life, browser, onDone, true)

/** The package `idb` for one worker. */
export function mortalIdb(life: Life, onDone: OnDone): { openDB: typeof openDB } {
  const open = (...args: Parameters<typeof openDB>) => {
    if (life.isOver) return never()
    parts.set(life, onDone)
    const opening = openDB(...args).then((db) => {
      if (life.isOver) db.close()
      else life.databases.add(db)
      return db
    })
    return answered(life, opening)
  }
  return { openDB: open as typeof openDB }
}
