import { tierRank } from '../../src/market/tier.ts'
import type { Tier } from '../../src/market/tier.ts'
import type { FlaggedEpisode } from '../browsers/episode-history.ts'
import { marketOrPairName } from './market-name.ts'

const clock = new Intl.DateTimeFormat('sv', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'medium',
})

function firstAt(story: FlaggedEpisode, tier: Tier): string {
  const change = story.history.find((each) => tierRank(each.tier) >= tierRank(tier))
  return change ? clock.format(change.at).slice(11) : '–'
}

const header = ['pair', 'kind', 'tier', 'phase', 'started (JST)', 'first Warning', 'first Danger']

/** Flagged pairs as lines of text, highest tier first, times in Japan time. */
export function table(stories: readonly FlaggedEpisode[]): string {
  const worstFirst = stories.toSorted(
    (a, b) => tierRank(b.tier) - tierRank(a.tier) || a.startedAt - b.startedAt,
  )
  const rows = worstFirst.map((story) => [
    marketOrPairName(story),
    [story.kind, ...story.also].join(' + '),
    story.tier,
    story.phase,
    clock.format(story.startedAt),
    firstAt(story, 'warning'),
    firstAt(story, 'danger'),
  ])
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  return [header, ...rows].map(line).join('\n')
}
