import { zipSync } from 'fflate'

/** The date of every entry, in local time: a zip has no time zone. */
const entryDate = '2020-01-01T00:00:00'

/**
 * A zip whose bytes depend on names and contents alone: sorted, with a fixed time.
 *
 * @param files name inside the zip, with `/`, and content
 */
export function zipOf(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { mtime: entryDate, level: 9 })
}
