import { exchangeIdOf } from '../../market/venue-id.ts'
import type { Runtime } from 'webextension-polyfill'
import type { Command } from '../../shared/messages/messages.ts'
import { senderOf } from './sender.ts'
import { createTabLimits } from './tab-limits.ts'

/** What a command costs of its tab's limit: one asks all venues at once, one runs a script, one opens a tab. */
const costs: Partial<Record<Command['kind'], number>> = { retry: 10, 'run-banner': 10, details: 10 }

/**
 * Whether a command is carried out: our own pages may send any; a trading page only as often as a trader could, and
 * what it says of a site only of its own.
 */
export function createCommandAdmission(): (
  command: Command,
  sender: Runtime.MessageSender,
  now: number,
) => boolean {
  const limits = createTabLimits()
  return (command, sender, now) => {
    const from = senderOf(sender)
    if (from?.kind !== 'trading-page') return from !== null
    if ('site' in command && command.site !== from.host) return false
    if (command.kind === 'key-check') return false
    // A rule of a pair outlives the page, and follows the trader to other machines.
    if (command.kind === 'quieter' && exchangeIdOf(command.pair.split(':', 1)[0] ?? '') !== from.venue)
      return false
    return limits.admits(from.tab, costs[command.kind] ?? 1, now)
  }
}
