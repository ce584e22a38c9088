import type { Pair } from '../../market/pair.ts'
import { muteKey, muteOf } from '../../shared/visible.ts'
import { storeCommand } from '../pages/commands.ts'
import type { LivePorts } from '../pages/live-ports.ts'
import { traderValues } from '../storage/trader-values.ts'

/** How long the keys mute, ms. */
const muteMs = 3_600_000

/**
 * Carries out a keyboard command of the manifest on the trading page in front: `toggle-card` shows or hides the card of
 * its banner, `mute-pair` mutes its pair for an hour, or ends the mute that applies. Nothing on any other page.
 *
 * @param tab id of the tab in front; `now`: wall clock, ms
 */
export async function runKeyCommand(
  command: string,
  tab: number | undefined,
  livePorts: Pick<LivePorts, 'toggleCard' | 'pairOf'>,
  now: number,
): Promise<void> {
  if (tab === undefined) return
  if (command === 'toggle-card') livePorts.toggleCard(tab)
  const pair = livePorts.pairOf(tab)
  if (command === 'mute-pair' && pair) await toggleMute(pair, now)
}

async function toggleMute(pair: Pair, now: number): Promise<void> {
  const key = muteKey(pair)
  const mute = muteOf(key, await traderValues.mutes.get(), now)
  if (mute) await storeCommand({ kind: 'unmute', pair: mute.pair }, now)
  else await storeCommand({ kind: 'mute', pair: key, until: now + muteMs }, now)
}
