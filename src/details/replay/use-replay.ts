import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { attempt } from '../../ui/page/attempt.ts'
import type { SubjectView } from '../data/details-view.ts'
import { releaseHeights, reserveHeights } from './reserve-heights.ts'
import { momentOf, replaySpan, stepOf, type ReplaySpan } from './replay-span.ts'

/** Between two moments while playing, ms. */
const playEveryMs = 200

/** Which moment the page shows. */
export interface Replay {
  /** Null where there is nothing to replay. */
  readonly span: ReplaySpan | null
  /** Market time (ms); null: now. */
  readonly at: number | null
  readonly isPlaying: boolean
  /** Shows the moment of a step and stops there. */
  readonly onStep: (step: number) => void
  /** Plays from the moment shown, at the end or now from the start; or stops. */
  readonly onPlay: () => void
  readonly onNow: () => void
}

/** The moment of a page that is replayed. Another subject begins at now. */
export function useReplay(view: SubjectView): Replay {
  const span = attempt(() => replaySpan(view))
  const id = view.episode?.id
  const [chosen, setChosen] = useState<{ readonly id: string | undefined; readonly at: number } | null>(null)
  const [isPlaying, setPlaying] = useState(false)
  const at = span && chosen && chosen.id === id ? Math.min(chosen.at, span.to) : null
  const current = useRef({ span, at })
  current.current = { span, at }

  const show = (step: number) => {
    const now = current.current.span
    if (!now) return
    if (current.current.at === null) reserveHeights()
    setChosen({ id, at: momentOf(now, step) })
  }
  useLayoutEffect(() => {
    if (at === null) releaseHeights()
  }, [at === null])
  const isAtEnd = span !== null && at === span.to
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setInterval(() => {
      const { span: now, at: before } = current.current
      if (now && before !== null) show(stepOf(now, before) + 1)
    }, playEveryMs)
    return () => clearInterval(timer)
  }, [isPlaying, id])
  useEffect(() => {
    if (isPlaying && (at === null || isAtEnd)) setPlaying(false)
  }, [isPlaying, at, isAtEnd])

  return {
    span,
    at,
    isPlaying,
    onStep(step) {
      setPlaying(false)
      show(step)
    },
    onPlay() {
      if (!isPlaying && (at === null || isAtEnd)) show(0)
      setPlaying(!isPlaying)
    },
    onNow() {
      setPlaying(false)
      setChosen(null)
    },
  }
}
