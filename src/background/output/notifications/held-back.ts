import * as v from 'valibot'
import { tiers } from '../../../market/tier.ts'
import { stored, validEntries } from '../../../shared/storage/stored.ts'
import type { SentAlert } from '../../storage/sent-alert.ts'

/** What one summary told of: the alerts that were kept back until then. Wall clock, ms. */
export interface HeldBack {
  /** When the summary was shown. */
  readonly at: number
  /** The last alert of each episode. */
  readonly alerts: readonly Pick<SentAlert, 'episode' | 'tier' | 'at'>[]
}

/** Summaries that are remembered: about a week of nights. */
const maxSummaries = 7
/** Alerts of one of them: the gravest stay. */
const maxAlerts = 200

const finite = v.pipe(v.number(), v.finite())
const alert = v.object({ episode: v.string(), tier: v.picklist(tiers), at: finite })
const schema = v.object({ at: finite, alerts: v.array(alert) })

/** Newest first. Alerts themselves are forgotten as soon as an episode has another. */
const heldBack = stored<readonly HeldBack[]>(
  'heldBack',
  validEntries((value): value is HeldBack => v.is(schema, value)),
)

/** The summaries that were shown, newest first. */
export const loadHeldBack = (): Promise<readonly HeldBack[]> => heldBack.get()

/** Remembers what a summary told of. */
export async function rememberHeldBack(told: readonly SentAlert[], at: number): Promise<void> {
  const alerts = told
    .toSorted((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
    .slice(0, maxAlerts)
    .map(({ episode, tier, at }) => ({ episode, tier, at }))
  await heldBack.set([{ at, alerts }, ...(await heldBack.get())].slice(0, maxSummaries))
}
