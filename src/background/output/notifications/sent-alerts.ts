import * as v from 'valibot'
import { tiers } from '../../../market/tier.ts'
import { stored, validEntries } from '../../../shared/storage/stored.ts'
import { answerLimitMs, withTimeout } from '../../../shared/with-timeout.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'
import { patienceMs } from '../../storage/last-known.ts'
import { createStoredWriter } from '../../storage/stored-writer.ts'

const finite = v.pipe(v.number(), v.finite())
const sentAlertSchema = v.object({
  episode: v.string(),
  tier: v.picklist(tiers),
  fell: v.boolean(),
  turnedFrom: v.exactOptional(finite),
  ratio: finite,
  at: finite,
  way: v.picklist(['alone', 'held', 'limited', 'digest']),
  digestAt: v.exactOptional(finite),
})

/** Alerts of the past, newest first, stored so that a new worker neither repeats nor forgets them. */
const sentAlerts = stored<readonly SentAlert[]>(
  'alerts',
  validEntries((value): value is SentAlert => v.is(sentAlertSchema, value)),
)

const writer = createStoredWriter(sentAlerts)

/** All of them as last read or saved; null: never read. What is written then would replace what nobody knows. */
let newest: readonly SentAlert[] | null = null
/** Those of this worker, while none could be read. */
let unwritten: readonly SentAlert[] = []

/** Alerts of the past, newest first; of a storage that does not answer soon, those that this worker knows. */
export async function loadSentAlerts(): Promise<readonly SentAlert[]> {
  const limitMs = newest ? patienceMs : answerLimitMs
  const read = await withTimeout(sentAlerts.get(), 'The storage', limitMs).catch(() => null)
  if (read === null) return newest ?? unwritten
  // Telling the trader does not wait for a full or slow storage: what is not stored yet is known here.
  const own = writer.unstored ?? unwritten
  const isOwn = ({ episode }: SentAlert) => own.some((alert) => alert.episode === episode)
  return (newest = [...own, ...read.filter((alert) => !isOwn(alert))])
}

/** Stores them, as soon as that is possible. Never rejects. */
export async function saveSentAlerts(sent: readonly SentAlert[]): Promise<void> {
  if (newest === null) {
    unwritten = sent
    return
  }
  newest = sent
  unwritten = []
  await writer.write(sent)
}

/** Episodes whose last alert is remembered; older ones have long settled. */
const maxRemembered = 200
const hourMs = 3_600_000

/** Within the hour before `now`; a time ahead of it was stored before the clock was set back, and does not count. */
const isInLastHour = (at: number, now: number) => at <= now && now - at < hourMs

/** How many notifications were shown in the hour before `now`: each alert by itself, and each summary. */
export function shownInLastHour(sent: readonly SentAlert[], now: number): number {
  const alone = sent.filter(({ way, at }) => way === 'alone' && isInLastHour(at, now)).length
  const digests = new Set(
    sent.flatMap(({ digestAt }) => (digestAt !== undefined && isInLastHour(digestAt, now) ? [digestAt] : [])),
  )
  return alone + digests.size
}

/**
 * The sent alerts with one more. Only the last of each episode is remembered, but for those of the last hour, which
 * count towards the hourly limit, and what is still kept back is never forgotten.
 */
export function withAlert(sent: readonly SentAlert[], alert: SentAlert): readonly SentAlert[] {
  const counts = ({ way, at, digestAt }: SentAlert) =>
    isInLastHour(way === 'alone' ? at : (digestAt ?? -Infinity), alert.at)
  const others = sent.filter((known) => known.episode !== alert.episode || counts(known))
  return [alert, ...others].filter((known, i) => i < maxRemembered || isKeptBack(known) || counts(known))
}

/** Whether the trader has not been told of it yet. */
export const isKeptBack = ({ way }: SentAlert): boolean => way === 'held' || way === 'limited'

/** The sent alerts after those that were kept back went into a summary at `now`. */
export function withDigest(
  sent: readonly SentAlert[],
  told: readonly SentAlert[],
  now: number,
): readonly SentAlert[] {
  return sent.map((alert) => (told.includes(alert) ? { ...alert, way: 'digest', digestAt: now } : alert))
}
