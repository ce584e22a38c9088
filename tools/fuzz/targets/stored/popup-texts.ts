import { badgeOf } from '../../../../src/background/output/badge.ts'
import { rankEpisodes } from '../../../../src/background/output/episode-store.ts'
import {
  digestNotification,
  episodeNotification,
} from '../../../../src/background/output/notifications/notification-content.ts'
import { alertFor, dueForDigest } from '../../../../src/background/output/notifications/notification-rules.ts'
import { extendCourse } from '../../../../src/shared/course.ts'
import { pastEpisodeOf, rowWithEpisode } from '../../../../src/background/storage/episode-row.ts'
import { episodesCsv } from '../../../../src/history/episodes-csv.ts'
import { marketSummary } from '../../../../src/popup/market/market-summary.ts'
import { groupRows, noFilter } from '../../../../src/popup/list/rows.ts'
import { directionOf, rowText } from '../../../../src/popup/list/row-words.ts'
import type { PopupWords } from '../../../../src/popup/words.ts'
import { officialSummaryOf } from '../../../../src/shared/official.ts'
import { isWanted } from '../../../../src/shared/visible.ts'
import { statementText, whenText } from '../../../../src/ui/official/official-words.ts'
import { venueStateText } from '../../../../src/ui/words/venue-words.ts'
import { marketNow, wallNow } from '../../../examples/made-up.ts'
import type { ReadValues } from './read-all.ts'

/** What the popup says. */
export function popupTexts(read: ReadValues, words: PopupWords): readonly unknown[] {
  const data = { ...read, episodes: read.episodes.filter((one) => isWanted(one, read.settings)) }
  const rows = groupRows(data, noFilter, wallNow).flatMap((group) => group.rows)
  return [
    ...rows.flatMap((row) => [rowText(words, row), directionOf(row)]),
    ...read.venues.map((venue) => venueStateText(words, venue, wallNow).text),
    marketSummary(words, data, wallNow),
    ...read.officials.flatMap((official) => {
      const about = { venue: official.venue, symbol: 'NAVBTC', base: 'NAV', quote: 'BTC' }
      const summary = officialSummaryOf(official, about, marketNow)
      return (summary?.statements ?? []).flatMap((one) => [
        statementText(words, one.statement),
        summary && whenText(words, one, summary),
      ])
    }),
  ]
}

/** What badge, notifications and history make of the episodes. */
export function alertTexts(read: ReadValues): readonly unknown[] {
  const { episodes, venues, mutes, alerts, settings } = read
  const ranked = rankEpisodes(episodes, wallNow)
  const due = dueForDigest(alerts, settings.notifications, wallNow)
  const lang = settings.language ?? 'en'
  return [
    badgeOf(ranked, venues, mutes, wallNow, 'en'),
    ...ranked.map((one) => episodeNotification(one, lang)),
    ...ranked.map((one) => alertFor(one, alerts, settings.notifications, false, wallNow)),
    digestNotification(due, ranked, lang),
    ...ranked.map((one) => extendCourse(null, one)),
    episodesCsv(
      ranked.map((one) => pastEpisodeOf(rowWithEpisode(undefined, one, wallNow))),
      new Set(read.notHelpful.map(({ episode }) => episode)),
    ),
  ]
}
