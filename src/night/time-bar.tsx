import type { Episode } from '../market/episode.ts'

interface Props {
  readonly episode: Pick<Episode, 'startedAt' | 'peakAt' | 'updatedAt'>
  readonly span: { readonly from: number; readonly to: number }
}

/** Where in the night an episode ran, with a dot at its extreme. The text beside it says the same in figures. */
export function TimeBar({ episode: { startedAt, peakAt, updatedAt }, span: { from, to } }: Props) {
  // Venue clocks and ours differ a little: what lies outside is drawn at the end.
  const share = (at: number) => (to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) * 100 : 0)
  const [left, right] = [share(startedAt), share(updatedAt)]
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <path class="night" d="M0 2H100" />
      <path class="ran" d={`M${left} 2H${Math.max(right, left + 0.5)}`} />
      <path class="peak" d={`M${share(peakAt)} 0V4`} />
    </svg>
  )
}
