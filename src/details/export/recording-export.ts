import { sendQuery } from '../../shared/messages/send-query.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { exportFileName, type ExportFile } from './export-file.ts'

/** A background that has to start first, and then to read megabytes, ms. */
const timeoutMs = 20_000

/** The name of the file with an episode's recording; null where none is made: of a whole market, or without episode. */
export function recordingName({ view: { venue, pair, episode } }: PanelProps): string | null {
  if (!pair || !episode || episode.kind === 'venue-gap') return null
  return exportFileName(['recording', venue, pair.base, pair.quote], episode.startedAt, 'jsonl.gz')
}

/**
 * The recording of the episode as a file for `npm run backtest -- --input`; null where the background keeps none, as of
 * what is older than a week.
 *
 * @throws Error where the background does not answer
 */
export async function recordingExport(panel: PanelProps): Promise<ExportFile | null> {
  const name = recordingName(panel)
  const episode = panel.view.episode?.id
  if (name === null || episode === undefined) return null
  const lines = await sendQuery('recording', { episode }, timeoutMs)
  if (lines === undefined) throw new Error(panel.words.say('chart.unanswered'))
  return lines && { name, content: await gzipped(lines.map((line) => `${line}\n`)) }
}

function gzipped(parts: readonly string[]): Promise<Blob> {
  const stream = new Blob([...parts]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream).blob()
}
