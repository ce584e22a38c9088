/** Where the browser keeps a value. `database`: an object store of the extension's IndexedDB. */
export type StorageArea = 'local' | 'sync' | 'session' | 'database'

/** One kind of stored data. */
export interface StoredData {
  readonly area: StorageArea
  /** Key or object store; with a trailing `*`, every key that begins so. */
  readonly key: string
  /** In the words of PRIVACY.md, whose table lists the same rows. */
  readonly what: string
  readonly kept: string
  /** As what the trader can export it, in the words of PRIVACY.md; absent: not at all. */
  readonly exportedAs?: string
  /** Whether "Delete all data" leaves it. */
  readonly staysOnDeletion?: true
}

const asChosen = '90 days, or as you choose'
const whileOn = 'while its exchange is on'

/**
 * Everything that the extension stores. Deletion, the table in PRIVACY.md and the tests that walk a browser's real
 * storage follow it: a value that is not named here is deleted with the rest, and fails those tests.
 */
export const register: readonly StoredData[] = [
  {
    area: 'sync',
    key: 'settings',
    what: 'your settings, synchronised where your browser does that',
    kept: 'until you remove the extension',
    exportedAs: 'the settings file',
    staysOnDeletion: true,
  },
  {
    area: 'local',
    key: 'settings',
    what: 'your settings, where they are not synchronised',
    kept: 'until you remove the extension',
    exportedAs: 'the settings file',
    staysOnDeletion: true,
  },
  {
    area: 'local',
    key: 'held',
    what: 'until when an exchange asked to be left alone',
    kept: 'until then, three days at most',
    staysOnDeletion: true,
  },
  { area: 'local', key: 'episodes', what: 'open episodes, and those of the last day', kept: 'a day' },
  { area: 'local', key: 'venues', what: 'state of each exchange’s data', kept: whileOn },
  { area: 'local', key: 'markets', what: 'summary of each exchange’s market', kept: whileOn },
  { area: 'local', key: 'officials', what: 'official statements of each exchange', kept: whileOn },
  { area: 'local', key: 'crosses', what: 'exchange rates between currencies', kept: 'some minutes to days' },
  { area: 'local', key: 'mutes', what: 'pairs that you muted', kept: 'until the mute ends' },
  { area: 'local', key: 'hidden', what: 'cards that you hid', kept: 'the last 500' },
  {
    area: 'local',
    key: 'keyChecks',
    what: 'what you ticked of what to check',
    kept: 'the last 100 episodes',
  },
  {
    area: 'local',
    key: 'notHelpful',
    what: 'which warnings you found not helpful',
    kept: 'the last 500',
    exportedAs: 'the history as CSV',
  },
  { area: 'local', key: 'alerts', what: 'notifications that were shown or kept back', kept: 'the last 200' },
  {
    area: 'local',
    key: 'priceMarks',
    what: 'the last price told of each pair with a rule of yours',
    kept: 'while the rule stands',
  },
  {
    area: 'local',
    key: 'heldBack',
    what: 'what summaries of notifications told of',
    kept: 'the last 7 summaries',
  },
  { area: 'local', key: 'yielded', what: 'sites whose pages remove the banner', kept: 'the last 50' },
  {
    area: 'local',
    key: 'unanswered',
    what: 'parts of the browser that do not answer, to tell what is off',
    kept: 'until they answer',
  },
  {
    area: 'local',
    key: 'setAside',
    what: 'which stored data were found damaged',
    kept: 'the last 20',
  },
  {
    area: 'session',
    key: 'bannerSites',
    what: 'sites whose open pages are watched',
    kept: 'until the browser closes',
    staysOnDeletion: true,
  },
  {
    area: 'local',
    key: 'site:*',
    what: 'the banner’s place on a site, and which cards opened there',
    kept: 'until you delete it',
  },
  {
    area: 'database',
    key: 'episodes',
    what: 'past episodes and what came of them',
    kept: asChosen,
    exportedAs: 'the history as CSV',
  },
  {
    area: 'database',
    key: 'courses',
    what: 'the course of each past episode',
    kept: asChosen,
    exportedAs: 'an episode as JSON',
  },
  {
    area: 'database',
    key: 'recordings',
    what: 'public market data around each episode, for a recording of it',
    kept: '7 days, the newest 32 MiB',
    exportedAs: 'a recording',
  },
  { area: 'database', key: 'record', what: 'what was measured, for the preview of settings', kept: '7 days' },
  {
    area: 'database',
    key: 'engines',
    what: 'running statistics of each exchange’s pairs',
    kept: 'until you delete it',
  },
  {
    area: 'database',
    key: 'ledgers',
    what: 'what each exchange published, to tell what is new',
    kept: 'until you delete it',
  },
]

/** The row that names a key of an area; undefined: nobody knows of it. */
export function registered(area: StorageArea, key: string): StoredData | undefined {
  return register.find(
    (row) =>
      row.area === area && (row.key.endsWith('*') ? key.startsWith(row.key.slice(0, -1)) : row.key === key),
  )
}
