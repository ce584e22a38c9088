import { marketOrPairName } from './market-name.ts'
import { isOpen } from '../../src/market/episode.ts'
import type { Episode } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import type { Environment } from './environment.ts'

/** Says in the terminal what happens, at which market time, and where to look. */
export interface Guide {
  /**
   * Considers the market time (ms UTC) and the episodes stored now; to be called often.
   *
   * @returns whether it said that there is something to look at
   */
  update(at: number, present: readonly Episode[]): boolean
}

const clock = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo', timeStyle: 'medium' })

/** Longest silence, as a share of the story. */
const longestSilence = 0.1

/**
 * A line whenever the story has a moment worth looking at, whenever an episode begins or reaches a higher tier, and
 * at least at each tenth of the story. Market time in Japan time, as in the browser.
 */
export function openGuide(
  { starts, ends, moments }: Pick<Environment, 'starts' | 'ends' | 'moments'>,
  print: (line: string) => void,
): Guide {
  const tiers = new Map<string, number>()
  let nextMoment = 0
  let saidAt = -Infinity
  // A day is as good as no end: nobody waits for it.
  const hasEnd = ends - starts < 86_400_000
  const share = (at: number) => (at - starts) / (ends - starts)

  function say(at: number, line: string): void {
    const done = hasEnd ? `${String(Math.min(100, Math.floor(100 * share(at)))).padStart(3)} %  ` : ''
    print(`${done}${clock.format(at)} JST  ${line}`)
    saidAt = at
  }
  return {
    update(at, present) {
      const first = nextMoment
      for (; (moments[nextMoment]?.at ?? Infinity) <= at; nextMoment++) say(at, moments[nextMoment]!.look)
      for (const episode of present.filter(isOpen)) {
        const rank = tierRank(episode.tier)
        if (rank <= (tiers.get(episode.id) ?? -1)) continue
        tiers.set(episode.id, rank)
        say(at, `Keiho: ${episode.tier}, ${marketOrPairName(episode)}, ${episode.kind}`)
      }
      if (hasEnd && share(at) - share(Math.max(saidAt, starts)) >= longestSilence) say(at, '…')
      return nextMoment > first
    },
  }
}
