import type { ComponentChildren } from 'preact'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from '../words/page-texts.ts'
import { ErrorBoundary } from './error-boundary.tsx'

interface Props {
  /** What is drawn, not undefined: a new value is tried again after one that failed. */
  readonly of: unknown
  readonly words: { readonly say: Say<PageKey> }
  readonly children: ComponentChildren
}

/** A part of a page that stands alone: where drawing it throws, a plain line says so, and the others remain. */
export function PagePart({ of, words, children }: Props) {
  return (
    <ErrorBoundary of={of} instead={<Undrawn words={words} />}>
      {children}
    </ErrorBoundary>
  )
}

/** Stands for a part of a page that cannot be drawn. */
export function Undrawn({ words }: Pick<Props, 'words'>) {
  return <p class="undrawn">{words.say('undrawn.part')}</p>
}
