import { headlineOf, kindsOf, marketName } from '../../ui/words/episode-words.ts'
import { isoText } from '../../ui/words/times.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { subjectTitle } from '../panels/subject-title.ts'

/**
 * A report of a false alarm to paste wherever the trader wants to report it: what was told, room for what was there
 * instead, and what the file beside it holds. Plain text; it names the market, not the trader.
 *
 * @param file name of the recording to attach; null: there is none
 */
export function falseAlarmReport(panel: PanelProps, file: string | null): string {
  const { view, words, venueName } = panel
  const { say } = words
  const { episode, pair } = view
  if (!episode) return ''
  const told = [say(`tier.${episode.tier}`), kindsOf(words, episode), headlineOf(words, episode)]
  return [
    say('report.title'),
    `${subjectTitle(words, view)} ${marketName(words, episode.venue, venueName)}`,
    `${isoText(episode.startedAt).slice(0, 19).replace('T', ' ')} UTC`,
    told.join(' · '),
    episode.id,
    '',
    say('report.instead'),
    '',
    '',
    file === null
      ? say('report.noFile')
      : say('report.file', { file, base: pair?.base ?? '', venue: venueName }),
  ].join('\n')
}
