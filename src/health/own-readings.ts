import { browser } from '../shared/web-extension.ts'
import { withTimeout } from '../shared/with-timeout.ts'

/** What the page reads from the browser itself: it is shown where the background does not answer too. */
export interface OwnReadings {
  readonly version: string
  /** Name and major version, as `Chrome 130`. */
  readonly browser: string
  /** The next alarm, wall clock, ms; null: none is registered; undefined: the browser does not tell. */
  readonly alarmAt: number | null | undefined
  /** Whether it lets Keiho notify; undefined: it does not tell, as Firefox. */
  readonly notificationsAllowed: boolean | undefined
  /** Size of what is in storage.local, bytes; undefined: the browser does not tell. */
  readonly localBytes: number | undefined
  /** Bytes of all that the extension stores, and of what it may; undefined: the browser does not tell. */
  readonly storage: { readonly usage: number; readonly quota: number } | undefined
}

/** What is not yet in the types, or not in every browser. */
interface WithPermissionLevel {
  getPermissionLevel?(): Promise<string>
}
type Sized = Partial<Pick<typeof browser.storage.session, 'getBytesInUse'>>

/** Reads all of it. Never rejects: what the browser refuses or leaves unanswered is undefined. */
export async function readOwn(): Promise<OwnReadings> {
  const { getPermissionLevel } = browser.notifications as WithPermissionLevel
  const local = browser.storage.local as Sized
  const [alarms, level, localBytes, estimate] = await Promise.all([
    answer(() => browser.alarms.getAll()),
    answer(() => getPermissionLevel?.()),
    answer(() => local.getBytesInUse?.()),
    answer(() => navigator.storage.estimate()),
  ])
  const { usage, quota } = estimate ?? {}
  return {
    version: browser.runtime.getManifest().version,
    browser: browserName(navigator.userAgent),
    alarmAt: alarms && nextOf(alarms.map(({ scheduledTime }) => scheduledTime)),
    notificationsAllowed: level === undefined ? undefined : level === 'granted',
    localBytes,
    storage: usage === undefined || quota === undefined ? undefined : { usage, quota },
  }
}

/** The answer of a call; undefined where there is none in time, an error, or no such call. */
async function answer<T>(call: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    const asked = call()
    return asked && (await withTimeout(asked, 'The browser'))
  } catch {
    return undefined
  }
}

const nextOf = (times: readonly number[]) => (times.length === 0 ? null : Math.min(...times))

/** The browser that a user agent names; others name Chrome besides themselves. */
function browserName(agent: string): string {
  const found = /(Firefox|Edg|OPR)\/\d+/.exec(agent) ?? /Chrome\/\d+/.exec(agent)
  return found?.[0].replace('/', ' ') ?? 'unknown'
}
