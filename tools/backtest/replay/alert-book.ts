import { isOpen, type Episode, type Phase } from '../../../src/market/episode.ts'
import type { Tier } from '../../../src/market/tier.ts'
import { alertOf, type Alert } from '../alert.ts'

/** Turns changed episodes into alerts: one when an episode starts, one for each change of tier or phase. */
export interface AlertBook {
  /** Tier and phase of the last alert of each open episode. */
  readonly open: Map<string, { readonly tier: Tier; readonly phase: Phase }>
  readonly alerts: Alert[]
  /** What each episode was when it was first told. */
  readonly begun: Map<string, Episode>
}

/** A book without alerts. */
export function createAlertBook(): AlertBook {
  return { open: new Map(), alerts: [], begun: new Map() }
}

/** Records the episodes the engine returned at market time `at`. */
export function recordAlerts(book: AlertBook, changed: readonly Episode[], at: number): void {
  for (const episode of changed) {
    const { id, tier, phase } = episode
    const known = book.open.get(id)
    if (known?.tier === tier && known.phase === phase) continue
    if (!book.begun.has(id)) book.begun.set(id, episode)
    book.alerts.push(alertOf(episode, at))
    if (isOpen(episode)) book.open.set(id, { tier, phase })
    else book.open.delete(id)
  }
}
