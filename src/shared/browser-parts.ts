/**
 * Parts of the browser that the background waits for, and what it may be unable to store. While one of them fails,
 * what depends on it is off, which the popup says.
 */
export const browserParts = [
  'database',
  'permissions',
  'pages',
  'notifications',
  /** Nothing can be written to storage.local, because: */
  'storage-full',
  'storage-unanswered',
  'storage-failed',
  /** Nothing can be written to IndexedDB, because: */
  'database-full',
  'database-newer',
  'database-failed',
] as const

export type BrowserPart = (typeof browserParts)[number]
