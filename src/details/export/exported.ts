import { changeSinceStart } from '../../market/episode.ts'
import { headlineOf, kindsOf } from '../../ui/words/episode-words.ts'
import type { Chart, Drawing } from '../chart/draw.ts'
import { endOf } from '../chart/grid.ts'
import type { ExportKind } from '../panels/export-menu.tsx'
import { titleOfScene } from '../panels/head.tsx'
import type { Part } from '../part.ts'
import { barsCsv } from './bars-csv.ts'
import { everything } from './everything.ts'
import { fileName, type File } from './file.ts'
import { picture, type Caption } from './picture.ts'

/** What the page shows as a file. Rejects where the chart is wanted and there is none. */
export async function exported(
  kind: ExportKind,
  part: Part,
  { model }: Drawing,
  chart: Chart | null,
): Promise<File> {
  const { venue, pair, episode, marketNow } = part.scene
  const names = [venue, ...(pair ? [pair.base, pair.quote] : ['market'])]
  const name = fileName(names, episode?.startedAt ?? marketNow, kind)
  if (kind === 'json')
    return { name, content: text(JSON.stringify(everything(part), null, 2), 'application/json') }
  if (kind === 'csv') return { name, content: text(barsCsv(model), 'text/csv') }
  if (!chart) throw new Error(part.words.say('chart.noPrices'))
  return {
    name,
    content: await picture(
      chart.picture(),
      captionOf(part, model.grid.from, endOf(model.grid)),
      document.body,
    ),
  }
}

const text = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` })

function captionOf({ scene, words, venueName }: Part, from: number, to: number): Caption {
  const { say, format } = words
  const { episode } = scene
  const utc = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  const what = episode
    ? [
        headlineOf(words, episode),
        `${say(`tier.${episode.tier}`)} · ${kindsOf(words, episode)} · ${say('sum.sinceStart', { change: format.change(changeSinceStart(episode)) })}`,
      ]
    : []
  return {
    title: `${titleOfScene(words, scene)} ${say('venue.spot', { venue: venueName })}`,
    lines: [...what, `${utc(from)}–${utc(to)} UTC · ${say('name')} · ${say('advice.none')}`],
  }
}
