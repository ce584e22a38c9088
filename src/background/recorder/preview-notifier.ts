import type { Episode } from '../../market/episode.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import {
  type Alert,
  alertFor,
  heldBack,
  withAlert,
  withDigest,
} from '../output/notifications/notification-rules.ts'
import { watchedFirst } from '../output/notifications/watched-first.ts'

/** Counts the notifications that live would have shown. */
export interface Voice {
  readonly notifications: number
  /** Episodes that began or changed together; `now` is when, wall clock, ms. */
  hear(changed: readonly Episode[], now: number): void
}

const minuteMs = 60_000

/** What `notify` and `digest` do, by the same rules, without a browser. */
export function createVoice({
  notifications: rules,
  watch,
}: Pick<Settings, 'notifications' | 'watch'>): Voice {
  let told: readonly Alert[] = []
  let notifications = 0
  let heardAt = 0

  function sumUp(now: number): void {
    if (!told.some(({ way }) => way === 'held')) return
    // Live looks every few seconds: quiet hours may have ended, and begun again, since the last change.
    let at = heardAt
    while (at < now && heldBack(told, rules, at).length === 0) at = Math.min(now, nextMinute(at))
    if (heldBack(told, rules, at).length === 0) return
    told = withDigest(told)
    if (rules.digest && rules.least !== null) notifications++
  }
  return {
    get notifications() {
      return notifications
    },
    hear(changed, now) {
      sumUp(now)
      heardAt = now
      for (const episode of watchedFirst(changed, watch)) {
        const alert = alertFor(episode, told, rules, now)
        if (!alert) continue
        told = withAlert(told, alert)
        if (alert.way === 'alone') notifications++
      }
    },
  }
}

const nextMinute = (at: number) => (Math.floor(at / minuteMs) + 1) * minuteMs
