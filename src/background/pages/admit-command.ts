import { exchangeIdOf } from '../../market/venue-id.ts'
import type { Runtime } from 'webextension-polyfill'
import type { Command } from '../../shared/messages/messages.ts'
import { type Sender, senderOf } from './sender.ts'
import { createTabLimits } from './tab-limits.ts'

/** What a command costs of its tab's limit: one asks all venues at once, one runs a script, one opens a tab. */
const costs: Partial<Record<Command['kind'], number>> = { retry: 10, 'run-banner': 10, details: 10 }

/** What the banner of a chart site sends: what its card offers, and what any banner needs to be shown. */
const ofChartPages: readonly Command['kind'][] = [
  'hide',
  'mute',
  'details',
  'run-banner',
  'remember',
  'yield',
]

/** Whether the banner of a chart site sends such a command: its card is of a pair, never of a whole market. */
const isOfChartPage = (command: Command) =>
  ofChartPages.includes(command.kind) &&
  (command.kind !== 'mute' || (command.pair !== null && !command.pair.endsWith(':*')))

/** Whether a pair (`pairKey`) is one of the exchange whose page sends. */
const isOfVenue = (pair: string, from: Sender) =>
  from.kind === 'trading-page' && exchangeIdOf(pair.split(':', 1)[0] ?? '') === from.venue

/**
 * Whether a command is carried out: our own pages may send any; a trading page only as often as a trader could, and
 * what it says of a site only of its own; the page of a chart site of these only what its card offers.
 */
export function createCommandAdmission(): (
  command: Command,
  sender: Runtime.MessageSender,
  now: number,
) => boolean {
  const limits = createTabLimits()
  return (command, sender, now) => {
    const from = senderOf(sender)
    if (!from || from.kind === 'own-page') return from !== null
    if (from.kind === 'chart-page' && !isOfChartPage(command)) return false
    if ('site' in command && command.site !== from.host) return false
    if (command.kind === 'key-check') return false
    // A rule of a pair outlives the page, and follows the trader to other machines.
    if (command.kind === 'quieter' && !isOfVenue(command.pair, from)) return false
    return limits.admits(from.tab, costs[command.kind] ?? 1, now)
  }
}
