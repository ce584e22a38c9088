import type { Closure, Events, Halt, Period, Statement } from '../../tools/market-server/market/events.ts'
import { pumpEverywhere } from '../../tools/market-server/stories/pump-everywhere.ts'
import type { Story } from '../../tools/market-server/stories/story.ts'

/** Events of venues, changed by the test while the story runs. */
export interface Happenings extends Events {
  readonly maintenance: (Period & { venue?: string })[]
  readonly halts: Halt[]
  readonly transfers: Closure[]
  readonly statements: Statement[]
}

const noEvents = (): Happenings => ({ maintenance: [], halts: [], transfers: [], statements: [] })

/** A coin that is bought on all venues at once, and the venues' official statements meanwhile. */
export function officialStory(): { readonly story: Story; readonly happenings: Happenings } {
  const happenings = noEvents()
  const begins = pumpEverywhere.starts + 80_000
  const story: Story = {
    ...pumpEverywhere,
    name: 'official',
    about: 'A coin rises everywhere, and each venue says something else of it',
    events: {
      ...happenings,
      // Bithumb marks pairs with a price gap to other venues.
      priceGaps: [{ venue: 'bithumb', base: 'XLM', factor: 1.15, from: 0, until: begins + 12 * 60_000 }],
    },
    legs: [
      { until: begins - 5_000, speed: 20 },
      { until: pumpEverywhere.ends, speed: 4 },
    ],
  }
  return { story, happenings }
}
