import { changeSinceStart } from '../../market/episode.ts'
import { headlineOf, kindsOf, marketName } from '../../ui/words/episode-words.ts'
import { isoText } from '../../ui/words/times.ts'
import { endOf, type TimeGrid } from '../chart/grid.ts'
import { subjectTitle } from '../panels/subject-title.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { localZoneName } from '../timeline/zones.ts'
import { replayedTime } from '../replay/replayed-time.ts'
import type { Caption } from './captioned-png.ts'

/** What is passed on without the page: whose market it is, what was measured, and of which time, with its zone. */
export function captionOf({ view, words, venueName }: PanelProps, grid: TimeGrid): Caption {
  const { say, format } = words
  const { episode } = view
  const utc = (at: number) => isoText(at).slice(0, 16).replace('T', ' ')
  const lines = episode
    ? [
        headlineOf(words, episode),
        [
          say(`tier.${episode.tier}`),
          kindsOf(words, episode),
          say('sum.sinceStart', { change: format.change(changeSinceStart(episode)) }),
        ].join(' · '),
      ]
    : []
  return {
    title: `${subjectTitle(words, view)} ${marketName(words, view.venue, venueName)}`,
    lines: [
      ...lines,
      ...(view.replayedAt === null
        ? []
        : [say('replay.asOf', { time: replayedTime(words, view.replayedAt) })]),
      `${utc(grid.from)}–${utc(endOf(grid))} UTC · ${say('chart.zone', { zone: localZoneName(words, grid.from) })} · ${say('name')} · ${say('advice.none')}`,
    ],
  }
}
