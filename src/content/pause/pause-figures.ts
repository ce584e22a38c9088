import { changeSinceStart, type Episode } from '../../market/episode.ts'
import { sinceOf } from '../../ui/words/episode-words.ts'
import { evidenceLine, type EvidenceLine } from '../../ui/card/evidence-line.ts'
import type { Words } from '../../ui/words/words.ts'

/** Up to three figures for the pause: the two strongest signs other than the price, and the price change. */
export function pauseFigures(words: Words, episode: Episode, marketNow: number): readonly EvidenceLine[] {
  const signs = episode.evidence.filter(({ sign }) => sign !== 'return').slice(0, 2)
  return [
    ...signs.map((each) => evidenceLine(words, each, episode)),
    {
      label: words.say('stat.sinceStart'),
      value: words.format.change(changeSinceStart(episode)),
      when: sinceOf(words, episode, marketNow),
    },
  ]
}
