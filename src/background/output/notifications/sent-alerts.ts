import * as v from 'valibot'
import { tiers } from '../../../market/tier.ts'
import { stored, validEntries } from '../../../shared/storage/stored.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'

const finite = v.pipe(v.number(), v.finite())
const sentAlertSchema = v.object({
  episode: v.string(),
  tier: v.picklist(tiers),
  fell: v.boolean(),
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

/** What could not be stored: telling the trader does not wait for a full or silent storage. */
let unstored: readonly SentAlert[] = []
/** Whether the storage could not be read: what is written then would replace what nobody knows. */
let isUnread = false

/** Alerts of the past, newest first; of a storage that does not answer, those of this worker. */
export async function loadSentAlerts(): Promise<readonly SentAlert[]> {
  const stored = await sentAlerts.get().catch(() => null)
  isUnread = stored === null
  const known = stored ?? []
  return [...unstored, ...known.filter(({ episode }) => !unstored.some((alert) => alert.episode === episode))]
}

/** Stores them. Never rejects: what cannot be stored is remembered by this worker. */
export async function saveSentAlerts(sent: readonly SentAlert[]): Promise<void> {
  unstored = sent
  if (isUnread) return
  try {
    await sentAlerts.set(sent)
    unstored = []
  } catch (error) {
    console.warn('Keiho could not store its notifications', error)
  }
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
